package eyebright.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.store.Child;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The contract on SQLite, and what only files can do.
class SqliteDiscussionTest extends DiscussionContract {

    @Override
    Path inDatabase(Path folder) {
        return folder;
    }

    @Test
    void whatIsDeletedLeavesTheFiles() throws Exception {
        var tokens = new ArrayList<OwnToken>();
        for (int i = 0; i < 40; i++) {
            OwnToken own = token();
            tokens.add(own);
            var draft =
                    new Draft(
                            "Nemo Zaubernuss" + i,
                            Role.CLIENT,
                            "Zaubernuss %d ".formatted(i) + "word ".repeat(i * 20),
                            Optional.of("nuss@zaubernuss.example.org"));
            CommentId id = discussion.send(ARTICLE, Optional.empty(), draft, own).id();
            desk.publish(id, 1, "ada");
            if (i % 2 == 0) {
                desk.answer(id, "Ada", "Thanks.", "ada");
            }
            if (i % 3 == 0) {
                desk.refuse(id, "It says Zaubernuss.", "ada");
            }
        }
        assertThat(filesWith("Zaubernuss")).isNotEmpty();
        assertThat(filesWith("nuss@zaubernuss.example.org")).isNotEmpty();

        for (OwnToken own : tokens) {
            discussion.delete(own);
        }
        discussion.conversations(ARTICLE);
        Thread.sleep(1_200);
        discussion.change(aLastOne(), draft("changed"));

        assertThat(filesWith("Zaubernuss", "zaubernuss")).isEmpty();
    }

    private OwnToken aLastOne() {
        OwnToken own = token();
        discussion.send(ARTICLE, Optional.empty(), draft("kept"), own);
        return own;
    }

    @Test
    void theTokenIsNotInTheFiles() throws Exception {
        OwnToken own = token();
        discussion.send(ARTICLE, Optional.empty(), draft("mine"), own);

        assertThat(filesWith(own.text())).isEmpty();
    }

    @Test
    void anAddressThatIsTakenBackLeavesTheFiles() throws Exception {
        OwnToken own = token();
        var draft = new Draft("", Role.BOTH, "mine", Optional.of("zaubernuss@example.org"));
        discussion.send(ARTICLE, Optional.empty(), draft, own);
        assertThat(filesWith("zaubernuss@example.org")).isNotEmpty();

        discussion.change(own, new Draft("", Role.BOTH, "mine", Optional.empty()));

        assertThat(filesWith("zaubernuss@example.org")).isEmpty();
    }

    /// The files that hold one of those texts. Looked for by another process: this one must not open
    /// the files of an open database.
    private List<String> filesWith(String... texts) throws Exception {
        var arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(texts));
        Process find = Child.start(Child.FindText.class, arguments.toArray(String[]::new));
        List<String> found = find.inputReader().readAllLines();
        assertThat(find.waitFor()).isZero();
        return found;
    }
}
