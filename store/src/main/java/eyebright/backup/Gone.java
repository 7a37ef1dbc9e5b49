package eyebright.backup;

import eyebright.discussion.CommentId;
import eyebright.discussion.Deletions;
import eyebright.discussion.Deletions.Deletion;
import eyebright.discussion.Discussion;
import eyebright.discussion.State;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.store.Withdrawals;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// What must not come back: who has withdrawn, and comments that were deleted. Random ids alone.
///
/// As text a line each, in a file that may lie anywhere since it says nothing of anybody:
///
/// ```
/// withdrawn 0f1e2d3c4b5a69788796a5b4c3d2e1f0
/// deleted-by-author 00112233445566778899aabbccddeeff
/// deleted 8899aabbccddeeff0011223344556677
/// ```
///
/// @param respondents who have withdrawn
/// @param comments that were deleted
record Gone(Set<RespondentId> respondents, Set<Deletion> comments) {

    private static final String WITHDRAWN = "withdrawn";
    private static final String BY_AUTHOR = "deleted-by-author";
    private static final String BY_RESEARCHERS = "deleted";

    Gone {
        respondents = Set.copyOf(respondents);
        comments = Set.copyOf(comments);
    }

    /// Those of a data folder; none of what is not there.
    ///
    /// @throws eyebright.database.StoreException if a database is there and cannot be read
    static Gone of(Path data) {
        return new Gone(
                Store.DATABASE.isIn(data) ? Withdrawals.of(data) : Set.of(),
                Discussion.DATABASE.isIn(data)
                        ? new LinkedHashSet<>(Deletions.of(data))
                        : Set.of());
    }

    Gone and(Gone others) {
        var allRespondents = new LinkedHashSet<>(respondents);
        allRespondents.addAll(others.respondents);
        var allComments = new LinkedHashSet<>(comments);
        allComments.addAll(others.comments);
        return new Gone(allRespondents, allComments);
    }

    /// A line each, in the order of their characters: nothing tells who was first.
    String text() {
        var lines = new StringBuilder();
        respondents.stream()
                .map(RespondentId::hex)
                .sorted()
                .forEach(id -> lines.append(WITHDRAWN).append(' ').append(id).append('\n'));
        comments.stream()
                .map(each -> word(each) + " " + each.comment().hex())
                .sorted()
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    private static String word(Deletion deletion) {
        return deletion.by() == State.By.AUTHOR ? BY_AUTHOR : BY_RESEARCHERS;
    }

    /// Reads such a file.
    ///
    /// @throws BackupException if it is none
    static Gone read(Path file) throws IOException {
        var respondents = new LinkedHashSet<RespondentId>();
        var comments = new LinkedHashSet<Deletion>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] words = line.split(" ", -1);
                String id = words.length == 2 ? words[1] : "";
                switch (words[0]) {
                    case WITHDRAWN -> respondents.add(new RespondentId(id));
                    case BY_AUTHOR ->
                            comments.add(new Deletion(new CommentId(id), State.By.AUTHOR));
                    case BY_RESEARCHERS ->
                            comments.add(new Deletion(new CommentId(id), State.By.RESEARCHERS));
                    default -> throw new IllegalArgumentException("no such word");
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException wrong) {
            throw new BackupException(
                    "%s:%d: must be a line such as \"withdrawn 0f1e…\" of 32 hexadecimal digits, as `eyebright backup --withdrawn` writes it. Nothing was changed"
                            .formatted(file, Math.max(number, 1)),
                    wrong);
        }
        return new Gone(respondents, comments);
    }
}
