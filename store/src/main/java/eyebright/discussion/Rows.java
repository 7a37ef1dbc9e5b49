package eyebright.discussion;

import eyebright.database.Link;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comments in the database: read, written, removed.
///
/// @param clock gives the day
/// @param random draws ids
record Rows(InstantSource clock, SecureRandom random) {

    private static final String SELECT =
            """
            SELECT id, study, about, thread, name, role, text, day, by_researcher, state, reason,
                revision, reports
            FROM comment
            """;

    static List<Comment> all(Link link, String where, Object... values) throws SQLException {
        return link.query(
                SELECT + "WHERE " + where,
                rows -> {
                    var comments = new ArrayList<Comment>();
                    while (rows.next()) {
                        comments.add(comment(rows));
                    }
                    return List.copyOf(comments);
                },
                values);
    }

    static Optional<Comment> one(Link link, CommentId id) throws SQLException {
        return all(link, "id = ?", id.hex()).stream().findFirst();
    }

    static Optional<Comment> own(Link link, OwnToken own) throws SQLException {
        return all(link, "own = ?", own.hash()).stream().findFirst();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        String thread = row.getString(4);
        return new Comment(
                new CommentId(row.getString(1)),
                new Topic(row.getString(2), row.getString(3)),
                Optional.ofNullable(thread).map(CommentId::new),
                row.getString(5),
                Role.of(row.getString(6)).orElse(Role.OTHER),
                row.getString(7),
                LocalDate.ofEpochDay(row.getLong(8)),
                row.getBoolean(9),
                state(row.getString(10), row.getString(11)),
                row.getInt(12),
                row.getInt(13));
    }

    private static State state(String word, String reason) throws SQLException {
        return switch (word) {
            case "waiting" -> new State.Waiting();
            case "published" -> new State.Published();
            case "refused" -> new State.Refused(reason);
            case "removed by its author" -> new State.Removed(State.By.AUTHOR);
            case "removed" -> new State.Removed(State.By.RESEARCHERS);
            default -> throw new SQLException("no state " + word);
        };
    }

    long today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }

    /// The comment that begins the thread which an answer to that one joins.
    ///
    /// @throws NotThereException if that one is not shown there
    static CommentId thread(Link link, Topic topic, CommentId answered) throws SQLException {
        return one(link, answered)
                .filter(comment -> comment.isPublished() && comment.topic().equals(topic))
                .map(comment -> comment.thread().orElse(comment.id()))
                .orElseThrow(NotThereException::new);
    }

    /// Keeps a comment of somebody.
    CommentId add(Link link, Topic topic, Optional<CommentId> thread, Draft draft, OwnToken own)
            throws SQLException {
        CommentId id = insert(link, topic, thread, draft, 0, "waiting");
        link.update("UPDATE comment SET own = ? WHERE id = ?", own.hash(), id.hex());
        return id;
    }

    /// Keeps an answer of the researchers, which everybody sees at once.
    CommentId addByResearcher(Link link, Topic topic, CommentId thread, Draft draft)
            throws SQLException {
        return insert(link, topic, Optional.of(thread), draft, 1, "published");
    }

    private CommentId insert(
            Link link,
            Topic topic,
            Optional<CommentId> thread,
            Draft draft,
            int byResearcher,
            String state)
            throws SQLException {
        CommentId id = CommentId.draw(random);
        link.update(
                """
                INSERT INTO comment (id, study, about, thread, name, role, text, day, by_researcher,
                    state, reason, revision, reports)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, 0)""",
                id.hex(),
                topic.study(),
                topic.about(),
                thread.map(CommentId::hex).orElse(null),
                draft.name(),
                draft.role().word(),
                draft.text(),
                today(),
                byResearcher,
                state);
        return id;
    }

    /// Keeps the address beside a comment; what was there before is deleted.
    static void address(Link link, CommentId id, Optional<String> email) throws SQLException {
        link.update("DELETE FROM address WHERE comment = ?", id.hex());
        if (email.isPresent()) {
            link.update(
                    "INSERT INTO address (comment, email) VALUES (?, ?)", id.hex(), email.get());
        }
    }

    static Optional<String> email(Link link, CommentId id) throws SQLException {
        return link.query(
                "SELECT email FROM address WHERE comment = ?",
                rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty(),
                id.hex());
    }

    /// Puts another text in place of a comment's; it waits to be read again.
    void change(Link link, CommentId id, Draft draft) throws SQLException {
        link.update(
                """
                UPDATE comment SET name = ?, role = ?, text = ?, day = ?, state = 'waiting',
                    reason = '', reports = 0, revision = revision + 1
                WHERE id = ?""",
                draft.name(),
                draft.role().word(),
                draft.text(),
                today(),
                id.hex());
    }

    /// Removes everything of a comment but its place, and that as well where nobody has answered.
    static void remove(Link link, Comment comment, State.By by) throws SQLException {
        String id = comment.id().hex();
        link.update("DELETE FROM address WHERE comment = ?", id);
        link.update("UPDATE action SET note = '' WHERE comment = ?", id);
        if (link.any("SELECT 1 FROM comment WHERE thread = ?", id)) {
            link.update(
                    """
                    UPDATE comment SET name = '', role = 'other', text = '', reason = '', reports = 0,
                        own = NULL, revision = revision + 1, state = ?
                    WHERE id = ?""",
                    by == State.By.AUTHOR ? "removed by its author" : "removed",
                    id);
            return;
        }
        link.update("DELETE FROM comment WHERE id = ?", id);
        if (comment.thread().isPresent()) {
            link.update(
                    """
                    DELETE FROM comment
                    WHERE id = ? AND state IN ('removed', 'removed by its author')
                        AND NOT EXISTS (SELECT 1 FROM comment answer WHERE answer.thread = comment.id)""",
                    comment.thread().get().hex());
        }
    }

    void log(Link link, Comment comment, String who, Action.Deed deed, String note)
            throws SQLException {
        link.update(
                """
                INSERT INTO action (study, comment, day, who, deed, note)
                VALUES (?, ?, ?, ?, ?, ?)""",
                comment.topic().study(),
                comment.id().hex(),
                today(),
                who,
                deed.word(),
                note);
    }
}
