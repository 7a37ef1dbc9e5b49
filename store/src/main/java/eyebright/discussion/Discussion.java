package eyebright.discussion;

import eyebright.database.Afterwards;
import eyebright.database.Database;
import eyebright.database.DatabaseFile;
import eyebright.database.Link;
import eyebright.database.Schema;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people say about articles and findings, in a database of its own. For any number of threads.
///
/// Nothing that anybody sends is seen by others before a researcher has published it ([Moderation]). Whoever sent
/// something changes and deletes it by the token they were told ([OwnToken]). What is deleted or replaced is
/// overwritten in a file of SQLite, and leaves the write-ahead log at once unless somebody reads in it, else within a
/// second; PostgreSQL does less, which the guide tells.
///
/// Every method may throw an [eyebright.database.StoreException].
public final class Discussion implements AutoCloseable {

    /// How many comments of a study may wait to be read.
    public static final int MOST_WAITING = 500;

    /// The database of comments.
    public static final DatabaseFile DATABASE =
            new DatabaseFile("discussion", new Schema("eyebright/discussion/migration", 1));

    private final Database database;
    private final Rows rows;

    private Discussion(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// Opens the discussion of a data folder, and makes it if there is none.
    ///
    /// @param clock gives the day of a comment
    public static Discussion open(Path folder, InstantSource clock) {
        return new Discussion(
                Database.open(DATABASE.in(folder), DATABASE.schema()),
                new Rows(clock, new SecureRandom()));
    }

    /// What researchers do with comments.
    public Moderation moderation() {
        return new Moderation(database, rows);
    }

    /// What everybody sees about that, the oldest thread first.
    public List<Conversation> conversations(Topic topic) {
        List<Comment> all =
                database.read(
                        link ->
                                Rows.all(
                                        link,
                                        "study = ? AND about = ? ORDER BY number",
                                        topic.study(),
                                        topic.about()));
        Map<CommentId, List<Comment>> answers = new LinkedHashMap<>();
        for (Comment comment : all) {
            if (comment.thread().isPresent() && comment.isPublished()) {
                answers.computeIfAbsent(comment.thread().get(), _ -> new ArrayList<>())
                        .add(comment);
            }
        }
        return all.stream()
                .filter(comment -> comment.thread().isEmpty())
                .filter(comment -> comment.isPublished() || answers.containsKey(comment.id()))
                .map(
                        comment ->
                                new Conversation(
                                        comment.id(),
                                        opening(comment),
                                        answers.getOrDefault(comment.id(), List.of())))
                .toList();
    }

    private static Conversation.Opening opening(Comment comment) {
        return switch (comment.state()) {
            case State.Published _ -> new Conversation.Opening.Shown(comment);
            case State.Waiting _ -> new Conversation.Opening.Absent(Conversation.Why.CHANGED);
            case State.Refused _ ->
                    new Conversation.Opening.Absent(Conversation.Why.REMOVED_BY_RESEARCHERS);
            case State.Removed(State.By by) ->
                    new Conversation.Opening.Absent(
                            by == State.By.AUTHOR
                                    ? Conversation.Why.REMOVED_BY_AUTHOR
                                    : Conversation.Why.REMOVED_BY_RESEARCHERS);
        };
    }

    /// A comment that everybody sees.
    public Optional<Comment> published(CommentId id) {
        return database.read(link -> Rows.one(link, id)).filter(Comment::isPublished);
    }

    /// Takes what somebody wants to say; it waits until a researcher publishes it. The same token again is the same
    /// comment: what is sent last counts.
    ///
    /// @param answered the comment that it answers, which everybody must see; an answer to an answer joins its thread
    /// @param own what its author changes and deletes it by; never drawn twice
    /// @throws NotThereException if what it answers is not there any more
    /// @throws QueueFullException if [#MOST_WAITING] wait already
    public Sent send(Topic topic, Optional<CommentId> answered, Draft draft, OwnToken own) {
        Optional<Comment> sent = own(own);
        if (sent.isPresent()) {
            change(own, draft);
            return new Sent(sent.get().id(), false);
        }
        return database.write(link -> send(link, topic, answered, draft, own));
    }

    private Sent send(
            Link link, Topic topic, Optional<CommentId> answered, Draft draft, OwnToken own)
            throws SQLException {
        Optional<Comment> before = Rows.own(link, own);
        if (before.isPresent()) {
            // The same form, sent twice at once.
            changeTo(link, before.get(), draft);
            return new Sent(before.get().id(), false);
        }
        if (waiting(link, topic.study()) >= MOST_WAITING) {
            throw new QueueFullException(MOST_WAITING);
        }
        Optional<CommentId> thread =
                answered.isPresent()
                        ? Optional.of(Rows.thread(link, topic, answered.get()))
                        : Optional.empty();
        CommentId id = rows.add(link, topic, thread, draft, own);
        Rows.address(link, id, draft.email());
        return new Sent(id, true);
    }

    private static long waiting(Link link, String study) throws SQLException {
        return link.number(
                "SELECT count(*) FROM comment WHERE study = ? AND state = 'waiting'", study);
    }

    private void changeTo(Link link, Comment before, Draft draft) throws SQLException {
        boolean isSame =
                before.name().equals(draft.name())
                        && before.role() == draft.role()
                        && before.text().equals(draft.text());
        if (!isSame) {
            rows.change(link, before.id(), draft);
        }
        Rows.address(link, before.id(), draft.email());
    }

    /// The comment of whoever has that token, in whatever state.
    public Optional<Comment> own(OwnToken own) {
        return database.read(link -> Rows.own(link, own));
    }

    /// The e-mail address given with the comment of whoever has that token.
    public Optional<String> ownEmail(OwnToken own) {
        return database.read(
                link -> {
                    Optional<Comment> comment = Rows.own(link, own);
                    return comment.isPresent()
                            ? Rows.email(link, comment.get().id())
                            : Optional.empty();
                });
    }

    /// Puts that in place of one's own comment. Unless it says the same as before, it waits to be read again, and nobody
    /// else sees it meanwhile. Without an e-mail address in the draft, the one that was kept is deleted.
    ///
    /// @throws NotThereException if nobody's comment has that token
    public void change(OwnToken own, Draft draft) {
        database.write(
                Afterwards.ERASE,
                link -> {
                    Comment before = Rows.own(link, own).orElseThrow(NotThereException::new);
                    changeTo(link, before, draft);
                    return true;
                });
    }

    /// Deletes one's own comment: its text, its name, its address. Where it was answered, a place without words stays.
    ///
    /// @throws NotThereException if nobody's comment has that token
    public void delete(OwnToken own) {
        database.write(
                Afterwards.ERASE,
                link -> {
                    Comment comment = Rows.own(link, own).orElseThrow(NotThereException::new);
                    Rows.remove(link, comment, State.By.AUTHOR);
                    rows.log(link, comment, "", Action.Deed.REMOVED_BY_AUTHOR, "");
                    return true;
                });
    }

    /// Counts a report of a comment that everybody sees. Nothing is kept of who reports.
    ///
    /// @throws NotThereException if there is no such comment
    public void report(CommentId id) {
        database.write(
                link -> {
                    if (link.update(
                                    "UPDATE comment SET reports = reports + 1 WHERE id = ? AND state = 'published'",
                                    id.hex())
                            == 0) {
                        throw new NotThereException();
                    }
                    return true;
                });
    }

    /// Closes the database. A second time nothing happens.
    @Override
    public void close() {
        database.close();
    }
}
