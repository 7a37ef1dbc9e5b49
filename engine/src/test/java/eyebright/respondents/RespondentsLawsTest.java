package eyebright.respondents;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Specimen;
import eyebright.frame.Status;
import eyebright.population.Entry;
import eyebright.population.Given;
import eyebright.population.Ground;
import eyebright.population.Margin;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.score.Scales;
import eyebright.source.Problems;
import eyebright.study.Page;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds of every replicate, whatever the population.
class RespondentsLawsTest {

    private static final Respondents TOWN = Town.of(Scenario.AS_PUBLISHED);
    private static final Frame FRAME = TOWN.frame(3, 0, 3_000);

    @Test
    void theFirstOfManyAreTheFew() {
        int[] first = IntStream.range(0, 100).toArray();

        assertThat(TOWN.frame(3, 0, 100)).isEqualTo(FRAME.rows(first));
        assertThat(TOWN.frame(3, 0, 1)).isEqualTo(FRAME.rows(new int[] {0}));
        assertThat(TOWN.frame(3, 0, 0).size()).isZero();
    }

    @Test
    void aReplicateIsTheSameAloneAndOnAnyThread() throws Exception {
        var alone = new ArrayList<Frame>();
        alone.add(Town.of(Scenario.AS_PUBLISHED).frame(5, 0, 80));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Frame>>();
            for (int replicate = 0; replicate < 40; replicate++) {
                int each = replicate;
                tasks.add(() -> TOWN.frame(5, each, 80));
            }
            List<Future<Frame>> drawn = threads.invokeAll(tasks);
            for (int replicate = 0; replicate < 40; replicate++) {
                Frame frame = drawn.get(replicate).get();
                assertThat(frame).isEqualTo(TOWN.frame(5, replicate, 80));
                if (replicate < alone.size()) {
                    assertThat(frame).isEqualTo(alone.get(replicate));
                }
            }
        }
    }

    @Test
    void anotherSeedOrReplicateGivesOthers() {
        assertThat(TOWN.frame(3, 1, 50).columns()).isNotEqualTo(TOWN.frame(3, 0, 50).columns());
        assertThat(TOWN.frame(4, 0, 50).columns()).isNotEqualTo(TOWN.frame(3, 0, 50).columns());
    }

    @Test
    void theMarkSaysScenarioSeedAndReplicate() {
        assertThat(TOWN.frame(7, 0, 1).origin()).isEqualTo(new Origin.Rehearsed("as-published:7"));
        assertThat(TOWN.frame(7, 4711, 1).origin())
                .isEqualTo(new Origin.Rehearsed("as-published:7:4711"));
    }

    @Test
    void whatIsShownIsAnsweredOrSkippedAndNothingElse() {
        for (Page page : Town.STUDY.pages()) {
            for (int row = 0; row < FRAME.size(); row++) {
                Truth shown = page.showIf().map(condition(row)).orElse(Truth.TRUE);
                for (String variable : variables(page)) {
                    Status status = FRAME.column(variable).status(row);
                    if (shown == Truth.TRUE) {
                        assertThat(status).isIn(Status.ANSWERED, Status.SKIPPED);
                    } else {
                        assertThat(status).isEqualTo(Status.NOT_SHOWN);
                    }
                }
            }
        }
    }

    private static java.util.function.Function<Expression, Truth> condition(int row) {
        return expression -> expression.truth(FRAME.row(row));
    }

    private static List<String> variables(Page page) {
        return Town.STUDY.variables().values().stream()
                .filter(variable -> variable.page().equals(page.id()))
                .map(eyebright.study.Variable::name)
                .toList();
    }

    @Test
    void expectationsAreNeverContradicted() {
        for (Page page : Town.STUDY.pages()) {
            for (Page.Expectation expectation : page.expectations()) {
                var truths = expectation.that().truths(FRAME);
                for (int row = 0; row < FRAME.size(); row++) {
                    assertThat(truths.truth(row)).isNotEqualTo(Truth.FALSE);
                }
            }
        }
    }

    @Test
    void theShareOfSkippedAnswersIsAsDeclared() {
        // 3,000 of 3 %: 90 expected, standard deviation 9.3.
        assertThat(FRAME.column("age").count(Status.SKIPPED)).isBetween(45, 135);
        assertThat(FRAME.column("felt_daily").count(Status.SKIPPED)).isBetween(45, 135);
        assertThat(TOWN.careful(3, 0, 500).column("age").count(Status.SKIPPED)).isZero();
    }

    @Test
    void carelessRespondentsGiveOneAnswerToAllRatings() {
        var words = new ArrayList<Column.Numbers>();
        for (String variable : Town.STUDY.variables().keySet()) {
            if (variable.startsWith("words.")) {
                words.add((Column.Numbers) FRAME.column(variable));
            }
        }
        int alike = 0;
        for (int row = 0; row < FRAME.size(); row++) {
            int each = row;
            alike +=
                    words.stream().allMatch(column -> column.isAnswered(each))
                                    && words.stream()
                                                    .mapToDouble(column -> column.value(each))
                                                    .distinct()
                                                    .count()
                                            == 1
                            ? 1
                            : 0;
        }

        // 2.5 % of 3,000 of whom four in five skip none of the seven; the careful are hardly ever
        // alike.
        assertThat(alike).isBetween(35, 95);
    }

    @Test
    void aFrameIsWrittenAndReadAsItIs() {
        var problems = new Problems();

        Frame read = Specimen.read(Specimen.written(FRAME, Town.STUDY), Town.STUDY, problems);

        assertThat(Specimen.said(problems)).isEqualTo("\n");
        assertThat(read).isEqualTo(FRAME);
    }

    @Test
    void scenariosShareTheirNumbers() {
        Frame nothing = Town.of(Scenario.NOTHING).frame(3, 0, 3_000);

        assertThat(nothing.column("age")).isEqualTo(FRAME.column("age"));
        assertThat(nothing.column("sessions")).isEqualTo(FRAME.column("sessions"));
        assertThat(nothing.column("held")).isNotEqualTo(FRAME.column("held"));
    }

    @Test
    void whatDecidesEligibilityAndIsNotDeclaredIsDrawnUntilTheStudyIsForThem() {
        Study study = decided();
        Frame frame =
                Respondents.of(study, Scales.NONE, Population.EVEN, Scenario.AS_PUBLISHED)
                        .frame(1, 0, 400);

        assertThat(frame.size()).isEqualTo(400);
        assertThat(frame.excluded()).isEmpty();
        assertThat(frame.column("adult").count(Status.ANSWERED)).isEqualTo(400);
        assertThat(frame.column("felt").count(Status.ANSWERED)).isEqualTo(400);
        assertThat(frame.column("word").count(Status.SKIPPED)).isEqualTo(400);
    }

    @Test
    void aDeclaredShareHoldsEvenWhereItExcludes() {
        Study study = decided();
        var adults =
                new Entry.Single(
                        "adult",
                        Entry.Standing.ASKED,
                        new Margin.Yes(new Given.Always<>(0.7)),
                        List.of(),
                        Ground.assumed("a guess"),
                        Town.PEOPLE.entries().getFirst().place());
        var population =
                new Population(
                        List.of(adults),
                        Town.PEOPLE.skipping(),
                        java.util.Optional.empty(),
                        List.of());

        Frame frame =
                Respondents.of(study, Scales.NONE, population, Scenario.AS_PUBLISHED)
                        .frame(1, 0, 10_000);

        // 3,000 expected, standard deviation 46.
        assertThat(frame.excluded().get("not eligible")).isBetween(2_770, 3_230);
        assertThat(frame.size() + frame.excluded().getOrDefault("not eligible", 0))
                .isEqualTo(10_000);
    }

    private static Study decided() {
        return Specimen.study(
                "eligible-if: adult == \"yes\" and age >= 90\ngoodbye: Bye.\n",
                """
                - page: who
                  title: Who
                  questions:
                    - {id: adult, ask: Adult?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                    - {id: age, ask: Age?, number: {from: 0, to: 100, unit: years}}
                - page: what
                  title: What
                  questions:
                    - {id: felt, ask: Felt?, several-of: [{joy: Joy}, {fear: Fear}, {none: None, alone: true}]}
                    - {id: rarely, ask: How rarely?, one-in: {to: 1000, unit: session}}
                    - {id: word, ask: What?, text: {up-to: 80}}
                """);
    }
}
