package eyebright.store;

import eyebright.database.Afterwards;
import eyebright.database.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Who has withdrawn, for a restore: whoever withdrew since a backup was made must not come back with it.
public final class Withdrawals {

    private Withdrawals() {}

    /// Everybody who has withdrawn, beside whoever writes to the folder.
    ///
    /// @return their random ids, in the order of their characters
    /// @throws eyebright.database.StoreException if there is no database, or one that cannot be read
    public static Set<RespondentId> of(Path folder) {
        try (Database database =
                Database.readAsItIs(Store.DATABASE.in(folder), Store.DATABASE.schema())) {
            return database.read(
                    link ->
                            link.query(
                                    "SELECT respondent FROM tombstone ORDER BY respondent",
                                    rows -> {
                                        var ids = new LinkedHashSet<RespondentId>();
                                        while (rows.next()) {
                                            ids.add(new RespondentId(rows.getString(1)));
                                        }
                                        return ids;
                                    }));
        }
    }

    /// Withdraws everybody of these who is in a database that nobody serves, and keeps the tombstones of all.
    ///
    /// @param companions who went with some of them already
    /// @return how many of them were there
    public static int apply(
            Path folder, Collection<RespondentId> withdrawn, Companions companions) {
        try (Database database =
                Database.open(Store.DATABASE.in(folder), Store.DATABASE.schema())) {
            return database.write(
                    Afterwards.ERASE,
                    link -> {
                        companions.apply(link);
                        var random = new SecureRandom();
                        int there = 0;
                        for (RespondentId id : withdrawn) {
                            there += Log.bury(link, id, random) ? 1 : 0;
                        }
                        return there;
                    });
        }
    }
}
