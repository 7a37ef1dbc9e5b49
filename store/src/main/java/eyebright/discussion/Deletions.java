package eyebright.discussion;

import eyebright.database.Afterwards;
import eyebright.database.Database;
import eyebright.database.Link;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which comments were deleted, for a restore: what was deleted since a backup was made must not come back with it.
public final class Deletions {

    private Deletions() {}

    /// A comment that was deleted.
    ///
    /// @param comment its id, which its place or the log of moderation keeps
    /// @param by who deleted it
    public record Deletion(CommentId comment, State.By by) {}

    /// Every deletion, the first first, beside whoever writes to the folder.
    ///
    /// @param folder the data folder
    /// @throws eyebright.database.StoreException if there is no database of comments, or one that cannot be read
    public static List<Deletion> of(Path folder) {
        try (Database database =
                Database.readAsItIs(Discussion.DATABASE.in(folder), Discussion.DATABASE.schema())) {
            return database.read(
                    link ->
                            link.query(
                                    """
                                    SELECT comment, deed FROM action WHERE deed IN (?, ?)
                                    ORDER BY number""",
                                    rows -> {
                                        var found = new ArrayList<Deletion>();
                                        while (rows.next()) {
                                            found.add(
                                                    new Deletion(
                                                            new CommentId(rows.getString(1)),
                                                            by(Action.Deed.of(rows.getString(2)))));
                                        }
                                        return List.copyOf(found);
                                    },
                                    Action.Deed.REMOVED.word(),
                                    Action.Deed.REMOVED_BY_AUTHOR.word()));
        }
    }

    private static State.By by(Action.Deed deed) {
        return deed == Action.Deed.REMOVED ? State.By.RESEARCHERS : State.By.AUTHOR;
    }

    /// Deletes every one of these that is in a database that nobody serves, as [Discussion#delete] does, and writes down the
    /// others, so that they do not come back with another backup either.
    ///
    /// @param folder the data folder
    /// @param who is named by the log where researchers had deleted it
    /// @return how many were there
    public static int apply(
            Path folder, Collection<Deletion> deletions, InstantSource clock, String who) {
        var rows = new Rows(clock, new SecureRandom());
        try (Database database =
                Database.open(Discussion.DATABASE.in(folder), Discussion.DATABASE.schema())) {
            return database.write(
                    Afterwards.ERASE,
                    link -> {
                        int there = 0;
                        for (Deletion deletion : deletions) {
                            Optional<Comment> comment = Rows.one(link, deletion.comment());
                            if (comment.isEmpty()) {
                                note(link, deletion, rows.today());
                                continue;
                            }
                            if (comment.get().state() instanceof State.Removed) {
                                continue;
                            }
                            Rows.remove(link, comment.get(), deletion.by());
                            boolean byAuthor = deletion.by() == State.By.AUTHOR;
                            rows.log(
                                    link,
                                    comment.get(),
                                    byAuthor ? "" : who,
                                    byAuthor ? Action.Deed.REMOVED_BY_AUTHOR : Action.Deed.REMOVED,
                                    "");
                            there++;
                        }
                        return there;
                    });
        }
    }

    /// Under no study, since only what was deleted told which: no log of moderation shows it.
    private static void note(Link link, Deletion deletion, long today) throws SQLException {
        String author = Action.Deed.REMOVED_BY_AUTHOR.word();
        String researchers = Action.Deed.REMOVED.word();
        if (!link.any(
                "SELECT 1 FROM action WHERE comment = ? AND deed IN (?, ?)",
                deletion.comment().hex(),
                author,
                researchers)) {
            link.update(
                    """
                    INSERT INTO action (study, comment, day, who, deed, note)
                    VALUES ('', ?, ?, '', ?, '')""",
                    deletion.comment().hex(),
                    today,
                    deletion.by() == State.By.AUTHOR ? author : researchers);
        }
    }
}
