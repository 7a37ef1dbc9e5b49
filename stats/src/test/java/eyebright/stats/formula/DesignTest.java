package eyebright.stats.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignTest {

    private static final Numeric AGE = new Numeric("age", new double[] {20, 31, 44, 58, 23, 67});
    private static final Numeric HOURS = new Numeric("hours", new double[] {1, 2, 4, 2, 1, 1});
    private static final Categorical SEX =
            new Categorical("sex", List.of("female", "male"), new int[] {0, 1, 0, 1, 0, 1});
    private static final Categorical SCHOOL =
            new Categorical("school", List.of("a", "b", "c"), new int[] {0, 0, 1, 1, 2, 2});

    @Test
    void columnsAreNamedAfterPredictorsAndLevels() {
        var design = design("mood ~ age / 10 + school + sex + age / 10:sex");

        assertThat(design.columns())
                .containsExactly(
                        "(intercept)",
                        "age / 10",
                        "school.b",
                        "school.c",
                        "sex.male",
                        "age / 10:sex.male");
        assertThat(design.matrix().row(3)).containsExactly(1, 5.8, 1, 0, 1, 5.8);
        assertThat(design.offset()).containsOnly(0);
        assertThat(design.n()).isEqualTo(6);
    }

    @Test
    void columnsKnowTheirTermAndTermsTheirColumns() {
        var design = design("mood ~ age + school");

        assertThat(design.terms())
                .containsExactly(Term.INTERCEPT, Term.of("age"), Term.of("school"));
        assertThat(design.termOf("school.c")).isEqualTo(Term.of("school"));
        assertThat(design.termOf("(intercept)")).isEqualTo(Term.INTERCEPT);
        assertThat(design.columnsOf(Term.of("school"))).containsExactly(2, 3);
        assertThat(design.namesOf(Term.of("school"))).containsExactly("school.b", "school.c");
        assertThat(design.columnsOf(Term.of("sex"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> design.termOf("school.a"))
                .withMessage(
                        "no column school.a; there are [(intercept), age, school.b, school.c]");
    }

    @Test
    void interactionOfLevelsChangesThatOfTheFirstFastest() {
        var school =
                new Categorical("school", List.of("a", "b", "c"), new int[] {0, 0, 1, 1, 2, 2, 0});
        var sex =
                new Categorical("sex", List.of("female", "male"), new int[] {0, 1, 0, 1, 0, 1, 0});

        assertThat(design("mood ~ school * sex", school, sex).columns())
                .containsExactly(
                        "(intercept)",
                        "school.b",
                        "school.c",
                        "sex.male",
                        "school.b:sex.male",
                        "school.c:sex.male");
    }

    @Test
    void referenceHasAColumnWhereItsTermStandsAlone() {
        assertThat(design("mood ~ sex - 1").columns()).containsExactly("sex.female", "sex.male");
        assertThat(design("mood ~ age:sex").columns())
                .containsExactly("(intercept)", "age:sex.female", "age:sex.male");
        assertThat(design("mood ~ sex + school - 1").columns())
                .as("only the first")
                .containsExactly("sex.female", "sex.male", "school.b", "school.c");
    }

    @Test
    void referenceCanBeChosen() {
        assertThat(design("mood ~ school", SCHOOL.withReference("b")).columns())
                .containsExactly("(intercept)", "school.a", "school.c");
        assertThat(SCHOOL.withReference("c").codes()).containsExactly(1, 1, 2, 2, 0, 0);
        assertThat(SCHOOL.withReference("c").reference()).isEqualTo("c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHOOL.withReference("d"))
                .withMessage("no level d of school; there are [a, b, c]");
    }

    @Test
    void offsetIsTheSumOfItsParts() {
        assertThat(design("days ~ age + offset(log(hours)) + offset(age / 10)").offset()[3])
                .isEqualTo(Math.log(2) + 5.8);
    }

    @Test
    void otherRespondentsAreCodedAsInTheDesign() {
        var design = design("mood ~ age * school + offset(hours)");
        var others =
                List.<Predictor>of(
                        new Numeric("age", new double[] {50}),
                        new Numeric("hours", new double[] {3}),
                        new Categorical("school", List.of("c"), new int[] {0}));

        assertThat(design.rowsOf(others).row(0)).containsExactly(1, 50, 0, 1, 0, 50);
        assertThat(design.offsetOf(others)).containsExactly(3);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                design.rowsOf(
                                        List.of(
                                                AGE,
                                                HOURS,
                                                new Categorical(
                                                        "school", List.of("z"), new int[6]))))
                .withMessage("no level z of school; there are [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                design.rowsOf(
                                        List.of(AGE, HOURS, new Numeric("school", new double[6]))))
                .withMessageStartingWith("predictor school must be of the same kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    y ~ age + one          | one has the same value for everyone
                    y ~ age + land         | land has the same value for everyone
                    y ~ rare               | nobody has the level z of rare
                    y ~ age + months       | months says the same as age
                    y ~ age + age / 10     | age / 10 says the same as age
                    y ~ age + hours + sum  | sum is a combination of age and hours
                    y ~ sum + hours + age  | age is a combination of sum and hours
                    y ~ sex + girl         | girl says the same as sex.male
                    y ~ school * sex       | 6 respondents are too few for 8 coefficients
                    y ~ sex * girls        | sex.male:girls.yes is 0 for everyone
                    y ~ log(zero)          | log(zero) needs values above 0, and not everyone has one
                    y ~ offset(log(zero))  | log(zero) needs values above 0, and not everyone has one
                    y ~ sex / 10           | sex is categorical, and sex / 10 needs numbers
                    y ~ offset(sex)        | sex is categorical, and an offset needs numbers
                    y ~ huge               | the values of huge are too large to compute with
                    y ~ huge:huger         | the values of huge:huger are too large to compute with
                    y ~ tiny               | the values of tiny are too small to compute with
                    """)
    void whatCannotBeToldApartIsSaid(String formula, String reason) {
        var extra =
                List.of(
                        AGE,
                        HOURS,
                        SEX,
                        new Numeric("one", new double[] {3, 3, 3, 3, 3, 3}),
                        new Categorical("land", List.of("x", "y"), new int[6]),
                        new Categorical(
                                "rare", List.of("x", "y", "z"), new int[] {0, 1, 0, 1, 1, 1}),
                        new Numeric("months", new double[] {240, 372, 528, 696, 276, 804}),
                        new Numeric("sum", new double[] {21, 33, 48, 60, 24, 68}),
                        new Numeric("girl", new double[] {1, 0, 1, 0, 1, 0}),
                        new Categorical(
                                "girls", List.of("no", "yes"), new int[] {0, 0, 1, 0, 1, 0}),
                        new Categorical(
                                "school",
                                List.of("a", "b", "c", "d"),
                                new int[] {0, 0, 1, 1, 2, 3}),
                        new Numeric("zero", new double[] {0, 1, 2, 3, 4, 5}),
                        new Numeric("huge", new double[] {1e300, 2e300, 1e299, 3, 4, 5}),
                        new Numeric("huger", new double[] {1e300, 3e300, 1e299, 2, 4, 5}),
                        new Numeric("tiny", new double[] {1e-300, 3e-300, 1e-299, 0, 0, 0}));
        assertThat(Design.of(Formula.parse(formula), extra)).isEqualTo(new NotFitted<>(reason));
    }

    @Test
    void nobodyIsNotEnough() {
        assertThat(Design.of(Formula.parse("y ~ age"), List.of(new Numeric("age", new double[0]))))
                .isEqualTo(new NotFitted<>("nobody answered all of its questions"));
    }

    @Test
    void hugeOffsetLeavesAPredictorToItself() {
        var far = new Numeric("far", new double[] {1e9, 1e9 + 1, 1e9 + 5, 1e9 + 2, 1e9 + 8, 1e9});

        assertThat(design("y ~ far + age", far, AGE).columns())
                .containsExactly("(intercept)", "far", "age");
    }

    @Test
    void levelsThatNobodyHasCanBeTakenAway() {
        var rare = new Categorical("rare", List.of("x", "y", "z"), new int[] {2, 0, 2, 0, 2, 2});

        assertThat(rare.withUsedLevels().levels()).containsExactly("x", "z");
        assertThat(rare.withUsedLevels().codes()).containsExactly(1, 0, 1, 0, 1, 1);
        assertThat(rare.rows(new int[] {1, 1}).codes()).containsExactly(0, 0);
    }

    @Test
    void faultsOfACallerAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Design.of(Formula.parse("y ~ agee"), List.of(AGE, SEX)))
                .withMessage("no predictor agee; there are [age, sex]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Design.of(
                                        Formula.parse("y ~ age + b"),
                                        List.of(AGE, new Numeric("b", new double[2]))))
                .withMessage("predictor b must have 6 values as age, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Numeric("x", new double[] {1, Double.NaN}))
                .withMessage("value 1 of x must be finite, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Categorical("x", List.of("a"), new int[] {1}))
                .withMessage("codes of x must be 0 to 0, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Categorical("x", List.of("a", "a"), new int[0]))
                .withMessage("levels of x must be 1 or more different texts, not [a, a]");
    }

    private static Design design(String formula, Predictor... predictors) {
        var all = predictors.length == 0 ? List.of(AGE, HOURS, SEX, SCHOOL) : List.of(predictors);
        var fitting = Design.of(Formula.parse(formula), all);
        assertThat(fitting).isInstanceOf(Fitted.class);
        return ((Fitted<Design>) fitting).model();
    }
}
