package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.frame.Specimen;
import eyebright.frame.Status;
import eyebright.score.ScalesReader;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Entry;
import eyebright.study.Page;
import eyebright.study.Route;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static final Ground GUESS = Ground.assumed("a guess");
    private static final Place PLACE = Place.start("population.yaml");

    private static final Sources FOLDER = Specimen.folder("tears");
    private static final Study TEARS = StudyReader.read(FOLDER, new Problems()).orElseThrow();
    private static final Map<String, String> PAGES = new HashMap<>();

    static {
        TEARS.variables().forEach((name, variable) -> PAGES.put(name, variable.page()));
    }

    private static final Population THERAPISTS =
            PopulationReader.read(
                    FOLDER,
                    TEARS,
                    ScalesReader.read(FOLDER, TEARS, new Problems()),
                    new Problems());

    private static final String QUESTIONS =
            """
            - page: who
              title: Who
              questions:
                - {id: adult, ask: Adult?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                - {id: age, ask: Age?, number: {from: 0, to: 100, unit: years}}
            - page: what
              title: What
              expect: [{that: tears <= sessions, else: Please check.}]
              questions:
                - {id: sessions, ask: Sessions?, count: {from: 0, to: 50, unit: sessions}}
                - {id: tears, ask: Tears?, count: {from: 0, to: 50, unit: sessions}}
                - {id: felt, ask: Felt?, several-of: [{joy: Joy}, {fear: Fear}, {none: None, alone: true}]}
                - {id: greeting, ask: How?, one-of: [{wave: Wave}, {nod: Nod}, {nothing: Nothing}]}
                - {id: rarely, ask: How rarely?, one-in: {to: 1000, unit: session}}
                - {id: warmth, ask: How warm?, rating: {from: 0, to: 10, low: not, high: very}}
                - {id: word, ask: What?, text: {up-to: 80}}
            """;
    private static final Study STUDY =
            Specimen.study(
                    "eligible-if: adult == \"yes\" and age >= 90\ngoodbye: Bye.\n", QUESTIONS);

    @Test
    void oneSeedGivesTheSameRespondentsAndTheFirstOfManyAreTheFew() {
        List<Response> ten = THERAPISTS.rehearse(TEARS, 10, 7);

        assertThat(THERAPISTS.rehearse(TEARS, 10, 7)).isEqualTo(ten);
        assertThat(THERAPISTS.rehearse(TEARS, 25, 7).subList(0, 10)).isEqualTo(ten);
        assertThat(THERAPISTS.rehearse(TEARS, 10, 8)).isNotEqualTo(ten);
        assertThat(ten).extracting(Response::id).startsWith("r000001", "r000002");
        assertThat(Population.mark(7)).isEqualTo("margins:7");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPageOfARehearsedRespondentWouldBeTakenFromAForm(long seed) {
        for (Response response : THERAPISTS.rehearse(TEARS, 60, seed)) {
            Draw draw = Draw.of(response.id());
            Answers before = Answers.NONE;
            for (Page page : Route.of(TEARS, response.answers(), draw).pages()) {
                assertThat(Route.of(TEARS, before, draw).firstUnsaved()).contains(page);
                Entry entry = Entry.read(page, TEARS, before, form(page, response.answers()));
                assertThat(entry.complaints()).as(response.id() + " " + page.id()).isEmpty();
                before = before.with(page, entry.answers());
            }
            assertThat(before.asSent()).isEqualTo(response.answers());
        }
    }

    @Test
    void rehearsedRespondentsOfTheTearsStudyCountAndAreWrittenAndReadAsTheyAre() {
        Origin origin = new Origin.Rehearsed(Population.mark(1));
        Frame frame = Frames.of(TEARS, THERAPISTS.rehearse(TEARS, 684, 1), origin);
        var problems = new Problems();

        Frame read = Specimen.read(Specimen.written(frame, TEARS), TEARS, problems);

        assertThat(frame.size()).isEqualTo(684);
        assertThat(frame.excluded()).isEmpty();
        assertThat(Specimen.said(problems)).isEqualTo("\n");
        assertThat(read).isEqualTo(frame);
        assertThat(frame.columns().values())
                .allSatisfy(column -> assertThat(column.count(Status.NOT_REACHED)).isZero());
    }

    @Test
    void whatIsNotDeclaredThatDecidesEligibilityIsDrawnUntilTheStudyIsForThem() {
        List<Response> responses = Population.EVEN.rehearse(STUDY, 200, 3);

        assertThat(responses).allSatisfy(each -> assertThat(each.answers().sent()).isTrue());
        assertThat(frame(responses).size()).isEqualTo(200);
    }

    @Test
    void aDeclaredMarginHoldsEvenWhereItExcludes() {
        var population = population(0, oneOf("adult", "yes", 0.7, "no", 0.3));

        Frame frame = frame(population.rehearse(STUDY, 10_000, 3));

        // 3,000 expected, standard deviation 46.
        assertThat(frame.excluded().get("not eligible")).isBetween(2_770, 3_230);
    }

    @Test
    void declaredMarginsAreMetWithinFiveStandardErrors() {
        int n = 20_000;
        var population =
                population(
                        0.02,
                        oneOf("greeting", "wave", 0.72, "nod", 0.2, "nothing", 0.08),
                        new eyebright.population.Entry.Several(
                                "felt",
                                new Given.Always<>(shares("joy", 0.6, "fear", 0.5, "none", 0.1)),
                                0,
                                Map.of(),
                                GUESS,
                                PLACE),
                        single(
                                "sessions",
                                new Margin.Count(
                                        new Given.Always<>(new Margin.Rate(4.5, 0)),
                                        Optional.empty(),
                                        Limits.NONE)),
                        single(
                                "warmth",
                                new Margin.Normal(
                                        new Given.Always<>(new Moments(5, 1.5)), Limits.NONE)));

        Frame frame = frame(population.rehearse(STUDY, n, 11));

        var greeting = (Column.Choices) frame.column("greeting");
        var felt = (Column.Sets) frame.column("felt");
        double[] greetings = new double[3];
        double[] feelings = new double[3];
        for (int row = 0; row < n; row++) {
            if (greeting.status(row) == Status.ANSWERED) {
                greetings[greeting.index(row)]++;
            }
            for (int option = 0; option < 3; option++) {
                feelings[option] += felt.names(row, option) ? 1 : 0;
            }
        }
        int greeted = greeting.count(Status.ANSWERED);
        int felts = felt.count(Status.ANSWERED);
        assertThat(greetings[0] / greeted).isCloseTo(0.72, within(0.016));
        assertThat(greetings[1] / greeted).isCloseTo(0.2, within(0.0142));
        assertThat(greetings[2] / greeted).isCloseTo(0.08, within(0.0097));
        assertThat(feelings[0] / felts).isCloseTo(0.6, within(0.019));
        assertThat(feelings[1] / felts).isCloseTo(0.5, within(0.019));
        assertThat(feelings[2] / felts).isCloseTo(0.1, within(0.012));
        assertThat(mean(frame, "sessions")).isCloseTo(4.5, within(0.08));
        assertThat(mean(frame, "warmth")).isCloseTo(5, within(0.06));
        assertThat((n - greeted) / (double) n).isCloseTo(0.02, within(0.005));
        assertThat(frame.column("word").count(Status.SKIPPED)).isEqualTo(n);
    }

    @Test
    void answersContradictNoExpectationAndNobodyNamesAnOptionBesideOneThatStandsAlone() {
        List<Response> responses = Population.EVEN.rehearse(STUDY, 2_000, 5);

        Frame frame = frame(responses);

        var tears = (Column.Numbers) frame.column("tears");
        var sessions = (Column.Numbers) frame.column("sessions");
        for (int row = 0; row < frame.size(); row++) {
            if (tears.status(row) == Status.ANSWERED) {
                assertThat(tears.value(row)).isLessThanOrEqualTo(sessions.value(row));
            }
        }
        assertThat(frame.columns().values())
                .allSatisfy(column -> assertThat(column.count(Status.UNREADABLE)).isZero());
        assertThat(mean(frame, "rarely")).isBetween(100.0, 200.0);
    }

    private static Population population(double skipping, eyebright.population.Entry... entries) {
        return new Population(
                List.of(entries),
                Optional.of(new Skipping(skipping, GUESS)),
                Optional.empty(),
                List.of());
    }

    private static eyebright.population.Entry oneOf(String name, Object... pairs) {
        return single(name, new Margin.OneOf(new Given.Always<>(shares(pairs)), List.of()));
    }

    private static eyebright.population.Entry single(String name, Margin margin) {
        return new eyebright.population.Entry.Single(
                name, eyebright.population.Entry.Standing.ASKED, margin, List.of(), GUESS, PLACE);
    }

    private static Map<String, Double> shares(Object... pairs) {
        var shares = new HashMap<String, Double>();
        for (int i = 0; i < pairs.length; i += 2) {
            shares.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return shares;
    }

    private static Frame frame(List<Response> responses) {
        return Frames.of(STUDY, responses, new Origin.Rehearsed("margins:0"));
    }

    private static double mean(Frame frame, String name) {
        var column = (Column.Numbers) frame.column(name);
        double sum = 0;
        for (int row = 0; row < frame.size(); row++) {
            sum += column.value(row);
        }
        return sum / column.count(Status.ANSWERED);
    }

    /// The fields of the form that a respondent with these answers would have filled.
    private static Map<String, List<String>> form(Page page, Answers answers) {
        Map<String, List<String>> form = new HashMap<>();
        Set<String> names = answers.given().keySet();
        for (String name : names) {
            if (page.id().equals(PAGES.get(name))) {
                form.put(
                        name,
                        switch (answers.to(name).orElseThrow()) {
                            case Answer.One(String code) -> List.of(code);
                            case Answer.Several(List<String> codes) -> codes;
                            case Answer.Amount(var number) -> List.of(number.toPlainString());
                            case Answer.Words(String text) -> List.of(text);
                        });
            }
        }
        return form;
    }
}
