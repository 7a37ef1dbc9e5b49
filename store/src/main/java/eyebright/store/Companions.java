package eyebright.store;

import eyebright.database.Database;
import eyebright.database.Link;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// Who went from what is public together with somebody who withdrew, for a restore: drawn anew, the one person whom both
/// draws have in common would be found.
///
/// @param withdrawn who withdrew there
/// @param gone who went with them
/// @param versions whose rows were known there
public record Companions(
        Set<RespondentId> withdrawn, Set<RespondentId> gone, Set<Version> versions) {

    /// Where there was nothing.
    public static final Companions NONE = new Companions(Set.of(), Set.of(), Set.of());

    /// The first tables that know them.
    private static final int SINCE = 2;

    public Companions {
        withdrawn = Set.copyOf(withdrawn);
        gone = Set.copyOf(gone);
        versions = Set.copyOf(versions);
    }

    /// A version whose rows are kept.
    ///
    /// @param data the hash of its answers
    public record Version(String study, String data) {}

    /// Those of a data folder, beside whoever writes to it.
    ///
    /// @throws eyebright.database.StoreException if there is a database that cannot be read
    public static Companions of(Path folder) {
        if (!Store.isIn(folder)) {
            return NONE;
        }
        Set<RespondentId> withdrawn = Withdrawals.of(folder);
        try (Database database =
                Database.readAsItIs(Store.DATABASE.in(folder), Store.DATABASE.schema())) {
            return database.read(
                    link ->
                            link.version() < SINCE
                                    ? NONE
                                    : new Companions(withdrawn, gone(link), versions(link)));
        }
    }

    private static Set<RespondentId> gone(Link link) throws SQLException {
        return link.query(
                "SELECT respondent FROM published_row WHERE out = 1",
                rows -> {
                    var ids = new HashSet<RespondentId>();
                    while (rows.next()) {
                        ids.add(new RespondentId(rows.getString(1)));
                    }
                    return ids;
                });
    }

    private static Set<Version> versions(Link link) throws SQLException {
        return link.query(
                "SELECT study, hash FROM published_data",
                rows -> {
                    var versions = new HashSet<Version>();
                    while (rows.next()) {
                        versions.add(new Version(rows.getString(1), rows.getString(2)));
                    }
                    return versions;
                });
    }

    /// Takes those who went from what is public in another database as well, and the rows of those who withdrew with them:
    /// whoever withdraws there now takes nobody along who has not gone yet.
    void apply(Link link) throws SQLException {
        for (RespondentId id : gone) {
            link.update("UPDATE published_row SET out = 1 WHERE respondent = ?", id.hex());
        }
        // Of a version that was not known there nobody was drawn yet.
        var unknown = new HashSet<String>();
        for (Version version : versions(link)) {
            if (!versions.contains(version)) {
                unknown.add(version.study());
            }
        }
        for (RespondentId id : withdrawn) {
            String study = study(link, id);
            if (!unknown.contains(study)) {
                link.update("DELETE FROM published_row WHERE respondent = ?", id.hex());
            }
        }
    }

    private static String study(Link link, RespondentId id) throws SQLException {
        return link.query(
                "SELECT study FROM respondent WHERE id = ?",
                rows -> rows.next() ? rows.getString(1) : "",
                id.hex());
    }
}
