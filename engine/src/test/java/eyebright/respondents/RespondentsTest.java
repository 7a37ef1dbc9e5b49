package eyebright.respondents;

import static eyebright.respondents.Town.People.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import eyebright.frame.Frame;
import eyebright.latent.Newton;
import eyebright.population.Effect;
import eyebright.population.Entry;
import eyebright.population.Measure;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.population.Term;
import eyebright.respondents.Town.People;
import eyebright.score.Scales;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is declared is observed: in 200,000 careful respondents, within four to five Monte Carlo errors.
class RespondentsTest {

    private static final int N = 200_000;
    private static final Respondents TOWN = Town.of(Scenario.AS_PUBLISHED);
    private static final Frame FRAME = Town.SCORED.score(TOWN.careful(7, 0, N));
    private static final People PEOPLE = new People(FRAME);
    private static final double[] WOMAN = PEOPLE.is("gender", "woman");

    @Test
    void everyWishOfTheTownIsMet() {
        assertThat(TOWN.gaps()).isEmpty();
    }

    @Test
    void sharesAreAsDeclared() {
        share("training", "licensed", .40);
        share("gender", "another", .02);
        share("cried", "yes", .72);
        share("held", "yes", .60);
        share("noticed", "yes", .55);
        share("effect", "worse", .04);
        share("effect", "same", .46);
        share("effect", "better", .41);
        share("effect", "dont_know", .09);
        share("loss", "yes", .28);
        share("loss_before", "yes", .40);
    }

    @Test
    void sharesOfSeveralOptionsHoldAmongThoseWhoAreAsked() {
        share("felt", "sad", .70);
        share("felt", "touched", .55);
        share("felt", "warm", .30);
        share("felt", "angry", .06);
        share("felt", "none", .04);
        share("felt_daily", "sad", .60);
        share("felt_daily", "touched", .35);
        share("felt_daily", "warm", .20);
        share("felt_daily", "angry", .24);
        share("felt_daily", "none", .02);
    }

    @Test
    void meansAndDeviationsAreAsDeclared() {
        double[] training = PEOPLE.numbers("training");
        int[] students = PEOPLE.rows("age", row -> training[row] == 0);
        int[] others = PEOPLE.rows("age", row -> training[row] > 0);
        moments("age", students, 29, 6);
        moments("age", others, 48, 11);
        moments("experience", students, 3, 2);
        moments("experience", PEOPLE.rows("experience", row -> training[row] == 1), 16, 9);
        moments("words.talkative", PEOPLE.rows("words.talkative"), 5.6, 1.8);
        moments("words.dull", PEOPLE.rows("words.dull"), 1.9, 1.2);
        moments("regret", PEOPLE.rows("regret"), 1.1, 1.1);
        moments("trust", PEOPLE.rows("trust"), 7.8, 1.6);
        moments("trust_before", PEOPLE.rows("trust_before"), 7.1, 1.9);
    }

    @Test
    void countsHaveTheirMeansAndTheirVariances() {
        moments("sessions", PEOPLE.rows("sessions"), 40, Math.sqrt(40 + 0.2 * 1600));
        double[] daily = PEOPLE.numbers("daily");
        assertThat(Sums.mean(daily)).isCloseTo(2.3, within(.04));
        assertThat(Sums.mean(PEOPLE.numbers("seldom"))).isCloseTo(60, within(.6));
        assertThat(Sums.mean(at(PEOPLE.numbers("tears"), PEOPLE.rows("tears"))))
                .isCloseTo(1.2, within(.02));
    }

    @Test
    void oddsRatiosAreTheCoefficientsOfTheModelThatDrew() {
        double[] outgoing = PEOPLE.numbers("outgoing");
        double sd = Sums.deviation(outgoing);
        double[] scaled = java.util.Arrays.stream(outgoing).map(x -> x / sd).toArray();
        double[] fitted =
                logistic(
                        List.of(PEOPLE.numbers("experience"), scaled, WOMAN),
                        PEOPLE.is("cried", "yes"));

        assertThat(fitted[1]).isCloseTo(StrictMath.log(1.03), within(.004));
        assertThat(fitted[2]).isCloseTo(StrictMath.log(1.3), within(.03));
        assertThat(fitted[3]).isCloseTo(StrictMath.log(1.4), within(.06));
    }

    @Test
    void anOddsRatioOfAnOptionIsThatOfItsTable() {
        int[] rows = PEOPLE.rows("felt");
        double[] fitted = logistic(List.of(at(WOMAN, rows)), at(PEOPLE.is("felt", "warm"), rows));

        // Drawing again who names nothing makes a little less of it.
        assertThat(fitted[1]).isCloseTo(StrictMath.log(1.6), within(.07));
    }

    @Test
    void pointsAndCorrelationsOfAYesAreObserved() {
        double[] held = PEOPLE.is("held", "yes");

        assertThat(Sums.difference(WOMAN, held)).isCloseTo(.08, within(.012));
        assertThat(Sums.correlation(PEOPLE.numbers("openness"), held)).isCloseTo(.10, within(.011));
    }

    @Test
    void ratesAreThoseOfTheModelThatDrew() {
        double[] age = PEOPLE.numbers("age");
        double[] daily = PEOPLE.numbers("daily");
        // Age does not go with gender here, so the ratio of means is the rate ratio.
        int[] women = PEOPLE.rows("daily", row -> WOMAN[row] == 1);
        int[] others = PEOPLE.rows("daily", row -> WOMAN[row] == 0);
        assertThat(Sums.mean(daily, women) / Sums.mean(daily, others)).isCloseTo(2, within(.06));
        int[] thirty = PEOPLE.rows("daily", row -> age[row] >= 28 && age[row] <= 32);
        int[] fifty = PEOPLE.rows("daily", row -> age[row] >= 48 && age[row] <= 52);
        assertThat(Sums.mean(daily, fifty) / Sums.mean(daily, thirty)).isCloseTo(.81, within(.04));
    }

    @Test
    void aCountIsProportionalToItsExposure() {
        double[] sessions = PEOPLE.numbers("sessions");
        double[] tears = PEOPLE.numbers("tears");
        int[] few = PEOPLE.rows("tears", row -> sessions[row] >= 20 && sessions[row] < 40);
        int[] many = PEOPLE.rows("tears", row -> sessions[row] >= 40 && sessions[row] < 80);

        assertThat(Sums.mean(tears, few) / Sums.mean(sessions, few))
                .isCloseTo(Sums.mean(tears, many) / Sums.mean(sessions, many), within(.002));
    }

    @Test
    void differencesOfMeansHoldForPeopleWhoAreAlike() {
        int[] rows = PEOPLE.rows("regret");
        double[] woman = at(WOMAN, rows);
        double[] regret = at(PEOPLE.numbers("regret"), rows);
        double[][] weights =
                Regression.weights(List.of(at(PEOPLE.numbers("experience"), rows), woman));

        assertThat(Regression.slope(weights[0], regret)).isCloseTo(-.02, within(.0015));
        assertThat(Regression.slope(weights[1], regret) / Regression.within(woman, regret))
                .isCloseTo(.3, within(.03));
    }

    @Test
    void orderedOptionsHaveOneOddsRatioAtEveryStep() {
        // Warmth is hidden; as women have more of it by 0.3, more of them report better.
        int[] rows = PEOPLE.rows("effect");
        double[] better = at(PEOPLE.is("effect", "better"), rows);

        assertThat(Sums.difference(at(WOMAN, rows), better)).isBetween(.015, .045);
    }

    @Test
    void alphasAndCorrelationsOfScoresAreThoseOfTheAnswers() {
        assertThat(alpha("words.talkative", "words.bold", "words.shy", "words.quiet"))
                .isCloseTo(.80, within(.005));
        assertThat(alpha("words.creative", "words.deep", "words.dull"))
                .isCloseTo(.70, within(.007));
        assertThat(Sums.correlation(PEOPLE.numbers("outgoing"), PEOPLE.numbers("openness")))
                .isCloseTo(.25, within(.01));
    }

    @Test
    void anEffectOnATraitIsOneOnItsScore() {
        double[] outgoing = PEOPLE.numbers("outgoing");

        assertThat(Sums.difference(WOMAN, outgoing) / Regression.within(WOMAN, outgoing))
                .isCloseTo(.4, within(.025));
    }

    @Test
    void whatIsMeasuredTwiceCorrelates() {
        assertThat(Sums.correlation(PEOPLE.numbers("trust"), PEOPLE.numbers("trust_before")))
                .isCloseTo(.35, within(.015));
        assertThat(Sums.correlation(PEOPLE.is("loss", "yes"), PEOPLE.is("loss_before", "yes")))
                .isCloseTo(.35, within(.015));
        int[] rows = PEOPLE.rows("felt");
        assertThat(
                        Sums.correlation(
                                at(PEOPLE.is("felt", "angry"), rows),
                                at(PEOPLE.is("felt_daily", "angry"), rows)))
                .isCloseTo(.15, within(.03));
    }

    @Test
    void dependentOptionsAreNamedTogetherMoreOften() {
        int[] rows = PEOPLE.rows("felt");
        double together =
                Sums.correlation(
                        at(PEOPLE.is("felt", "touched"), rows),
                        at(PEOPLE.is("felt", "warm"), rows));
        // Options that nothing ties are named together a little less often than by chance, for who
        // names none is drawn again; the latent correlation of .2 makes about .11 of it.
        double apart =
                Sums.correlation(
                        PEOPLE.is("felt_daily", "touched"), PEOPLE.is("felt_daily", "warm"));

        assertThat(together - apart).isBetween(.08, .20);
    }

    @Test
    void halfOfAnEffectIsHalfOnItsScaleAndNothingIsNone() {
        Frame half = Town.of(Scenario.HALF).careful(7, 0, N);
        Frame nothing = Town.of(Scenario.NOTHING).careful(7, 0, N);

        double[] heldHalf = new People(half).is("held", "yes");
        double[] heldNot = new People(nothing).is("held", "yes");
        assertThat(Sums.difference(WOMAN, heldHalf)).isCloseTo(.04, within(.012));
        assertThat(Sums.difference(WOMAN, heldNot)).isCloseTo(0, within(.012));
        assertThat(Sums.mean(heldHalf)).isCloseTo(.60, within(.005));
        assertThat(Sums.mean(heldNot)).isCloseTo(.60, within(.005));
        assertThat(new People(nothing).is("gender", "woman")).isEqualTo(WOMAN);
    }

    @Test
    void aWishThatNothingMeetsIsAGap() {
        var reaching =
                new Effect(
                        Measure.POINTS,
                        .9,
                        new Term.Chosen("gender.woman", "gender", java.util.Set.of("woman")),
                        Town.PEOPLE.entries().getFirst().place());
        var entries =
                Town.PEOPLE.entries().stream()
                        .map(
                                entry ->
                                        entry instanceof Entry.Single single
                                                        && single.name().equals("held")
                                                ? single.with(single.margin(), List.of(reaching))
                                                : entry)
                        .toList();
        var people =
                new Population(entries, Town.PEOPLE.skipping(), Town.PEOPLE.careless(), List.of());

        assertThat(Respondents.of(Town.STUDY, Scales.NONE, people, Scenario.AS_PUBLISHED).gaps())
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.name()).isEqualTo("held");
                            assertThat(gap.what()).isEqualTo("points of gender.woman");
                            assertThat(gap.nearest()).isBetween(.7, .82);
                        });
    }

    @Test
    void aMarginThatAnEffectMovesIsMovedBackOrAGap() {
        assertThat(gaps("slope: {age: 0.08 per year}")).isEmpty();
        assertThat(gaps("slope: {age: -0.02 per year}"))
                .extracting(Gap::name, Gap::what)
                .contains(tuple("trust", "deviation"));
    }

    /// The few who leave the mass do so by noise that is rare.
    @Test
    void aNumberMassedAtOneEndKeepsItsMeanAndDeviationBesideAnEffect() {
        Respondents respondents = trusting("0.3 ± 0.9", "r: {age: .4}");
        double[] trust = new People(respondents.frame(1, 0, 60_000)).numbers("trust");

        assertThat(respondents.gaps()).isEmpty();
        assertThat(Sums.mean(trust)).isCloseTo(.3, within(.01));
        assertThat(Sums.deviation(trust)).isCloseTo(.9, within(.01));
    }

    private static List<Gap> gaps(String effect) {
        return trusting("{given: training, student: 4 ± 1.5, else: 6 ± 1.5}", effect).gaps();
    }

    private static Respondents trusting(String margin, String effect) {
        String people =
                Town.POPULATION.substring(0, Town.POPULATION.indexOf("- variable: experience"))
                        + """
                        - variable: trust
                          normal: %s
                          %s
                          assumed: a guess
                        """
                                .formatted(margin, effect);
        return Respondents.of(Town.STUDY, Town.SCORED, Town.people(people), Scenario.AS_PUBLISHED);
    }

    private static void share(String question, String code, double declared) {
        int[] rows = PEOPLE.rows(question);
        double error = Math.sqrt(declared * (1 - declared) / rows.length);
        assertThat(Sums.mean(PEOPLE.is(question, code), rows))
                .as(question + "." + code)
                .isCloseTo(declared, within(5 * error));
    }

    private static void moments(String question, int[] rows, double mean, double deviation) {
        double[] numbers = PEOPLE.numbers(question);
        assertThat(Sums.mean(numbers, rows))
                .as("mean of " + question)
                .isCloseTo(mean, within(5 * deviation / Math.sqrt(rows.length)));
        assertThat(Sums.deviation(numbers, rows))
                .as("deviation of " + question)
                .isCloseTo(deviation, within(.01 * deviation));
    }

    private static double alpha(String... items) {
        double own = 0;
        double[] sum = new double[N];
        for (String item : items) {
            boolean isReversed = List.of("words.shy", "words.quiet", "words.dull").contains(item);
            double[] numbers = PEOPLE.numbers(item);
            own += Sums.covariance(numbers, numbers);
            for (int i = 0; i < N; i++) {
                sum[i] += isReversed ? -numbers[i] : numbers[i];
            }
        }
        double k = items.length;
        return k / (k - 1) * (1 - own / Sums.covariance(sum, sum));
    }

    /// The coefficients of a logistic regression, the intercept first.
    private static double[] logistic(List<double[]> predictors, double[] outcome) {
        int k = predictors.size() + 1;
        double[] at = new double[k];
        double[] x = new double[k];
        x[0] = 1;
        double largest = 1;
        while (largest > 1e-9) {
            double[][] rows = new double[k][k + 1];
            for (int i = 0; i < outcome.length; i++) {
                double sum = at[0];
                for (int j = 1; j < k; j++) {
                    x[j] = predictors.get(j - 1)[i];
                    sum += at[j] * x[j];
                }
                double p = LogScale.chance(sum);
                for (int a = 0; a < k; a++) {
                    rows[a][k] += (outcome[i] - p) * x[a];
                    for (int b = 0; b < k; b++) {
                        rows[a][b] += p * (1 - p) * x[a] * x[b];
                    }
                }
            }
            double[] change = Newton.solved(rows);
            largest = 0;
            for (int j = 0; j < k; j++) {
                at[j] += change[j];
                largest = Math.max(largest, Math.abs(change[j]));
            }
        }
        return at;
    }
}
