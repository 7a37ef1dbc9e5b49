package eyebright.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All that three respondents are told, word for word.
class ExplorerTest {

    private static final Path FILES = Path.of("src/test/resources/eyebright/explore");
    private static final String WAVES = "34,city,yes,12,6,8,1,1,0,1,0,1,0,30";
    private static final String NEVER = "71,village,no,0,0,5,0,0,1,0,0,0,1,70";
    private static final String SILENT =
            "(skipped),(skipped),(skipped),(skipped),(skipped),(skipped)"
                    + ",(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped)";

    @Test
    void whoAnsweredSeesHerselfAmongAllAndAmongThoseAlike() throws IOException {
        assertThat(told(200, WAVES, Optional.of("town"))).isEqualTo(file("among-all-and-alike"));
    }

    @Test
    void somebodyElseSeesSomethingElse() throws IOException {
        assertThat(told(200, NEVER, Optional.of("decades"))).isEqualTo(file("somebody-else"));
    }

    @Test
    void whoLeftEverythingOutIsToldSoKindlyAndSeesOthers() throws IOException {
        assertThat(told(200, SILENT, Optional.of("town"))).isEqualTo(file("left-out"));
    }

    @Test
    void beforeEnoughHaveAnsweredThePublishedFiguresStandInAndItSaysSo() throws IOException {
        assertThat(told(39, WAVES, Optional.of("town"))).isEqualTo(file("before-enough"));
    }

    @Test
    void ofFewNeighboursAlikeNothingIsTold() throws IOException {
        assertThat(told(44, WAVES.replace("city", "elsewhere"), Optional.of("town")))
                .isEqualTo(file("few-alike"));
    }

    @Test
    void whatIsNoWayToBeAlikeIsNoComparison() throws IOException {
        Explored explored = explored(200, WAVES, Optional.of("waved"));

        assertThat(explored.parts())
                .allSatisfy(
                        part ->
                                assertThat(part.positions())
                                        .allSatisfy(
                                                position ->
                                                        assertThat(position.alike()).isEmpty()));
    }

    @Test
    void whatIsNotForSomebodyIsLeftOut() throws IOException {
        // The warmth is shown to who greets anybody.
        assertThat(explored(200, NEVER, Optional.empty()).parts().getFirst().positions())
                .extracting(Position::asks)
                .doesNotContain("How warmly do you greet?");
    }

    @Test
    void oneRespondentIsAskedForAtATime() throws IOException {
        StudyFolder folder = Waving.folder();
        Frame all = Waving.neighbours(40);
        var explorer = Explorer.of(folder.feedback(), folder.scales(), all);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> explorer.explored(all, Optional.empty()))
                .withMessage("me must have 1 row, not 40");
    }

    private static Explored explored(int many, String row, Optional<String> like)
            throws IOException {
        StudyFolder folder = Waving.folder();
        return Explorer.of(folder.feedback(), folder.scales(), Waving.neighbours(many))
                .explored(Waving.respondent(row), like);
    }

    private static String told(int many, String row, Optional<String> like) throws IOException {
        Explored explored = explored(many, row, like);
        var told = new StringBuilder();
        explored.guess().ifPresent(guess -> line(told, guess.asks(), guess.says()));
        for (Explored.LikeMe each : explored.likes()) {
            told.append("%s: %s, %s\n".formatted(each.id(), each.says(), each.enough()));
        }
        for (Explored.Part part : explored.parts()) {
            told.append("\n# %s\n".formatted(part.title()));
            for (Position position : part.positions()) {
                told.append('\n');
                line(told, position.asks(), mine(position), position.allSays());
                line(told, position.alikeSays(), position.note().orElse(""));
            }
        }
        return told.toString();
    }

    private static String mine(Position position) {
        return switch (position.mine()) {
            case Mine.Answered answered -> answered.sentence();
            case Mine.Open open -> open.sentence();
        };
    }

    private static void line(StringBuilder told, String... sentences) {
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                told.append(sentence).append('\n');
            }
        }
    }

    private static String file(String name) throws IOException {
        return Files.readString(FILES.resolve(name + ".txt"));
    }
}
