package eyebright.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Specimen;
import eyebright.frame.Status;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Canonical;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PublicDataReaderTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Sources TEARS = Specimen.folder("tears");

    /// The study of tears with another declaration.
    private static Sources declaring(String declaration) {
        var files = new HashMap<>(TEARS.files());
        files.computeIfPresent(
                StudyReader.FILE,
                (_, text) -> text.substring(0, text.indexOf("public-data:")) + declaration);
        return new Sources("tears", files);
    }

    private static Optional<PublicData> read(String declaration) {
        var problems = new Problems();
        Sources sources = declaring(declaration);
        Study study = StudyReader.read(sources, problems).orElseThrow();
        Optional<PublicData> read = PublicDataReader.read(sources, study, problems);
        assertThat(problems.hasErrors()).isFalse();
        return read;
    }

    @Test
    void theExampleOfTheGuideReads() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/public-data.md"));
        var example = EXAMPLE.matcher(guide);
        assertThat(example.find()).isTrue();

        PublicData read = read(example.group(1)).orElseThrow();

        assertThat(read.identifying())
                .containsExactly(
                        "age", "gender", "country", "training", "experience", "orientation");
        assertThat(read.bands()).containsOnlyKeys("age", "experience");
        assertThat(read.groups()).containsOnlyKeys("country", "training");
        assertThat(read.withheld()).containsExactly("experience_months", "setting");
        assertThat(guide).contains("of 30 to 44 it tells 37");
        assertThat(read.bands().values().iterator().next().middle(30)).isEqualTo(37);
    }

    @Test
    void whateverIsDeclaredIsReadOrAProblem() {
        List<String> values =
                List.of(
                        "age",
                        "[]",
                        "{}",
                        "~",
                        "[age, gender, [country], {a: b}]",
                        "[age, age, traits_1, felt, anything]",
                        "{age: [20, x], experience: -3, gender: 10, felt: [1]}",
                        "{age: 10, experience: [5, 15]}",
                        "{country: {us: rest, uk: rest}, gender: {woman: [man], man: [woman]}}",
                        "{country: {us: [uk], uk: [canada], canada: rest}, age: {a: [b]}}",
                        "{training: {student: ~, fellow: {a: b}}, nothing: [1]}",
                        "5",
                        "99999999999999999999");
        Study study = StudyReader.read(TEARS, new Problems()).orElseThrow();
        var random = new SplittableRandom(1);
        int read = 0;
        for (int trial = 0; trial < 300; trial++) {
            var declared = new StringJoiner(", ", "public-data: {", "}\n");
            for (String right :
                    List.of(
                            "identifying: [age, gender]",
                            "bands: {age: 10}",
                            "groups: {country: {us: rest}}",
                            "withhold: [setting]",
                            "fewest: 7")) {
                String key = right.substring(0, right.indexOf(':') + 2);
                declared.add(
                        random.nextBoolean()
                                ? right
                                : key + values.get(random.nextInt(values.size())));
            }
            var problems = new Problems();

            boolean isRead =
                    PublicDataReader.read(declaring(declared.toString()), study, problems)
                            .isPresent();

            assertThat(isRead).as(declared.toString()).isNotEqualTo(problems.hasErrors());
            read += isRead ? 1 : 0;
        }
        assertThat(read).isPositive();
    }

    @Test
    void aStudyThatDeclaresNothingPublishesNoRows() {
        assertThat(read("")).isEmpty();
    }

    @Test
    void fiveMustShareWhereNothingElseIsSaid() {
        assertThat(read("public-data: {identifying: [age]}\n").orElseThrow().fewest()).isEqualTo(5);
    }

    @Test
    void whatMayBePublishedChangesNoHash() {
        Study one = StudyReader.read(declaring(""), new Problems()).orElseThrow();
        Study other = StudyReader.read(TEARS, new Problems()).orElseThrow();

        assertThat(Canonical.questionnaireHash(one)).isEqualTo(Canonical.questionnaireHash(other));
    }

    @Test
    void theTearsStudyTellsNobodyWhoSharesWithFewerThanFive() {
        if (!(StudyFolder.of(TEARS) instanceof StudyFolder.Reading.Valid(var folder, var _))) {
            throw new AssertionError("the study has problems");
        }
        PublicData rules = folder.publicData().orElseThrow();
        Frame given = folder.respondents().frame(1, 0, 684);

        Release release = Release.of(folder.study(), rules, given);

        assertThat(release.report().asAnswered().below(5)).isGreaterThan(600);
        assertThat(release.report().reached().least()).isGreaterThanOrEqualTo(5);
        assertThat(release.report().withheldOfIdentifying())
                .isLessThan(684 * rules.identifying().size() / 4);
        for (String name : List.of("cried_ever", "felt", "tears_sessions", "sessions_28")) {
            assertThat(release.frame().column(name).count(Status.WITHHELD)).isZero();
        }
    }
}
