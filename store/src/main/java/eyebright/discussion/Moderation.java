package eyebright.discussion;

import eyebright.database.Afterwards;
import eyebright.database.Database;
import eyebright.database.Link;
import eyebright.discussion.Action.Deed;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What researchers do with comments. Whether somebody may do so is for the caller to see to; every action is logged
/// under the name given. For any number of threads.
public final class Moderation {

    /// The most characters of a reason.
    public static final int LONGEST_REASON = 500;

    private static final int LONGEST_LOG = 1_000;

    private final Database database;
    private final Rows rows;

    Moderation(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// What an action came to.
    public enum Outcome {
        /// It is done.
        DONE,
        /// Its author has changed the comment meanwhile: it has to be read again.
        CHANGED_MEANWHILE,
        /// The comment is not there any more.
        NOT_THERE
    }

    /// What is to be read: comments that wait, the oldest first, then published ones that readers have reported.
    public List<Comment> queue(String study) {
        return database.read(
                link ->
                        Rows.all(
                                link,
                                """
                                study = ? AND (state = 'waiting' OR (state = 'published' AND reports > 0))
                                ORDER BY state = 'published', number""",
                                study));
    }

    /// How many there are to be read: [#queue], counted.
    public int toRead(String study) {
        return database.read(
                link ->
                        (int)
                                link.number(
                                        """
                                        SELECT count(*) FROM comment
                                        WHERE study = ? AND (state = 'waiting'
                                            OR (state = 'published' AND reports > 0))""",
                                        study));
    }

    /// Every comment of a study that has words, the latest first.
    public List<Comment> all(String study) {
        return database.read(
                link ->
                        Rows.all(
                                link,
                                """
                                study = ? AND state IN ('waiting', 'published', 'refused')
                                ORDER BY number DESC""",
                                study));
    }

    /// A comment in whatever state.
    public Optional<Comment> comment(CommentId id) {
        return database.read(link -> Rows.one(link, id));
    }

    /// The e-mail address given with a comment: for researchers alone, to ask back.
    public Optional<String> email(CommentId id) {
        return database.read(link -> Rows.email(link, id));
    }

    /// Shows a comment to everybody; of one that is shown, its reports are taken as read.
    ///
    /// @param revision of the comment as it was read: [Comment#revision]
    /// @param who the researcher, for the log
    public Outcome publish(CommentId id, int revision, String who) {
        return database.write(
                link -> {
                    Optional<Comment> comment = alive(link, id);
                    if (comment.isEmpty()) {
                        return Outcome.NOT_THERE;
                    }
                    if (comment.get().revision() != revision) {
                        return Outcome.CHANGED_MEANWHILE;
                    }
                    link.update(
                            "UPDATE comment SET state = 'published', reason = '', reports = 0 WHERE id = ?",
                            id.hex());
                    rows.log(link, comment.get(), who, Deed.PUBLISHED, "");
                    return Outcome.DONE;
                });
    }

    /// Does not show a comment, or not any longer. Its author sees why, and may change it.
    ///
    /// @param reason for its author, at most [#LONGEST_REASON] characters
    /// @param who the researcher, for the log
    public Outcome refuse(CommentId id, String reason, String who) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "reason must be at most %d characters, not %d"
                            .formatted(LONGEST_REASON, reason.length()));
        }
        return database.write(
                link -> {
                    Optional<Comment> comment = alive(link, id);
                    if (comment.isEmpty()) {
                        return Outcome.NOT_THERE;
                    }
                    link.update(
                            "UPDATE comment SET state = 'refused', reason = ?, reports = 0 WHERE id = ?",
                            reason,
                            id.hex());
                    rows.log(link, comment.get(), who, Deed.REFUSED, reason);
                    return Outcome.DONE;
                });
    }

    /// Deletes a comment from the file, as its author can. It cannot be brought back.
    ///
    /// @param who the researcher, for the log
    public Outcome remove(CommentId id, String who) {
        return database.write(
                Afterwards.ERASE,
                link -> {
                    Optional<Comment> comment = alive(link, id);
                    if (comment.isEmpty()) {
                        return Outcome.NOT_THERE;
                    }
                    Rows.remove(link, comment.get(), State.By.RESEARCHERS);
                    rows.log(link, comment.get(), who, Deed.REMOVED, "");
                    return Outcome.DONE;
                });
    }

    /// Answers a published comment as the researchers of the study; everybody sees it at once.
    ///
    /// @param name as it shall be shown, at most 80 characters; may be empty
    /// @param text Markdown, at most 5,000 characters
    /// @param who the researcher, for the log
    /// @throws NotThereException if the comment is not shown
    /// @throws IllegalArgumentException if the name or the text is too long, or the text empty
    public CommentId answer(CommentId answered, String name, String text, String who) {
        var draft = new Draft(name, Role.RESEARCHER, text, Optional.empty());
        return database.write(
                link -> {
                    Comment comment = Rows.one(link, answered).orElseThrow(NotThereException::new);
                    CommentId thread = Rows.thread(link, comment.topic(), answered);
                    CommentId id = rows.addByResearcher(link, comment.topic(), thread, draft);
                    rows.log(link, comment, who, Deed.ANSWERED, "");
                    return id;
                });
    }

    /// What was done with the comments of a study, the latest first, the last thousand.
    public List<Action> log(String study) {
        return database.read(
                link ->
                        link.query(
                                """
                                SELECT comment, day, who, deed, note FROM action
                                WHERE study = ? ORDER BY number DESC LIMIT ?""",
                                found -> {
                                    var log = new ArrayList<Action>();
                                    while (found.next()) {
                                        log.add(
                                                new Action(
                                                        new CommentId(found.getString(1)),
                                                        LocalDate.ofEpochDay(found.getLong(2)),
                                                        found.getString(3),
                                                        Deed.of(found.getString(4)),
                                                        found.getString(5)));
                                    }
                                    return List.copyOf(log);
                                },
                                study,
                                LONGEST_LOG));
    }

    private static Optional<Comment> alive(Link link, CommentId id) throws SQLException {
        return Rows.one(link, id).filter(comment -> !(comment.state() instanceof State.Removed));
    }
}
