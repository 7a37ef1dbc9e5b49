package eyebright.plan;

import eyebright.analysis.Finding;
import eyebright.analysis.Tested;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a finding says what a row of the reference says.
///
/// @param beside the analysis beside the claim that says it, with a dot before; empty where it is the claim
/// @param name of the estimate or the test
public record Place(String beside, String name, Part part) {

    /// What of it.
    enum Part {
        VALUE,
        LOW,
        HIGH,
        N,
        /// The standard error, which the width of an interval tells.
        ERROR,
        LOG_LOW,
        LOG_HIGH,
        STATISTIC,
        DF,
        DF2,
        P,
        BAYES_FACTOR
    }

    private static final Map<String, Place> TABLE =
            Map.ofEntries(
                    of("chi2", "chi2", Part.STATISTIC),
                    of("df", "chi2", Part.DF),
                    of("p", "chi2", Part.P),
                    of("G", "G", Part.STATISTIC),
                    of("G_p", "G", Part.P),
                    of("V_low", "V", Part.LOW),
                    of("V_high", "V", Part.HIGH),
                    of("fisher_p", "fisher_p", Part.P),
                    of("fisher_low", "fisher_or", Part.LOW),
                    of("fisher_high", "fisher_or", Part.HIGH));

    private static final Map<String, Place> GROUPS =
            Map.ofEntries(
                    of("low", "difference", Part.LOW),
                    of("high", "difference", Part.HIGH),
                    of("welch_t", "welch_t", Part.STATISTIC),
                    of("welch_df", "welch_t", Part.DF),
                    of("welch_p", "welch_t", Part.P),
                    of("diff_low", "difference", Part.LOW),
                    of("diff_high", "difference", Part.HIGH),
                    of("student_t", "student_t", Part.STATISTIC),
                    of("student_df", "student_t", Part.DF),
                    of("student_p", "student_t", Part.P),
                    of("g_low", "g", Part.LOW),
                    of("g_high", "g", Part.HIGH),
                    of("bf10", "", Part.BAYES_FACTOR),
                    of("tost_p", "tost", Part.P),
                    of("ci90_low", "difference_equivalence", Part.LOW),
                    of("ci90_high", "difference_equivalence", Part.HIGH));

    private static final Map<String, Place> SEVERAL_GROUPS =
            Map.ofEntries(
                    of("welch_F", "welch_f", Part.STATISTIC),
                    of("welch_df2", "welch_f", Part.DF2),
                    of("welch_p", "welch_f", Part.P),
                    of("eta2_low", "eta2", Part.LOW),
                    of("eta2_high", "eta2", Part.HIGH));

    private static final Map<String, Place> CORRELATION =
            Map.ofEntries(
                    of("n", "r", Part.N),
                    of("p", "r_t", Part.P),
                    Map.entry("rho", new Place(".ranks", "rho", Part.VALUE)),
                    Map.entry("rho_p", new Place(".ranks", "rho_t", Part.P)),
                    Map.entry("tau_b", new Place(".order", "tau_b", Part.VALUE)),
                    Map.entry("tau_p", new Place(".order", "tau_z", Part.P)));

    private static final Map<String, Place> RELIABILITY =
            Map.ofEntries(
                    of("n", "alpha", Part.N),
                    of("alpha_low", "alpha", Part.LOW),
                    of("alpha_high", "alpha", Part.HIGH));

    /// The pages of the items, by the letter of their columns.
    private static final Map<String, String> PAGES =
            Map.of("A", "agreeable", "N", "neurotic", "O", "open");

    private static final Map<String, String> COEFFICIENTS =
            Map.of(
                    "(Intercept)", "(intercept)",
                    "education", "schooling",
                    "genderwoman", "gender.woman",
                    "sexmale", "sex.male");

    private static Map.Entry<String, Place> of(String quantity, String name, Part part) {
        return Map.entry(quantity, new Place("", name, part));
    }

    public static Place inTable(String quantity) {
        return TABLE.getOrDefault(quantity, value(quantity));
    }

    /// Of shares or means in two groups.
    public static Place inGroups(String quantity) {
        return GROUPS.getOrDefault(quantity, value(quantity));
    }

    /// Of means in three groups or more.
    public static Place inSeveralGroups(String quantity) {
        return SEVERAL_GROUPS.getOrDefault(quantity, value(quantity));
    }

    public static Place inCorrelation(String quantity) {
        return CORRELATION.getOrDefault(quantity, value(quantity));
    }

    /// Of a scale; items are called by their columns there, such as `r_rest[A1]`.
    public static Place inReliability(String quantity) {
        int bracket = quantity.indexOf('[');
        if (bracket < 0) {
            return RELIABILITY.getOrDefault(quantity, value(quantity));
        }
        String column = quantity.substring(bracket + 1, quantity.length() - 1);
        String page = PAGES.getOrDefault(column.substring(0, 1), column);
        return value(
                "%s[%s.%s]"
                        .formatted(
                                quantity.substring(0, bracket),
                                page,
                                column.toLowerCase(Locale.ROOT)));
    }

    /// Of a regression, whose coefficients R calls `genderwoman` and we `gender.woman`.
    public static Place inModel(String quantity) {
        int bracket = quantity.indexOf('[');
        if (bracket < 0) {
            return switch (quantity) {
                case "F" -> new Place("", "F", Part.STATISTIC);
                case "auc_low" -> new Place("", "auc", Part.LOW);
                case "auc_high" -> new Place("", "auc", Part.HIGH);
                default -> value(quantity);
            };
        }
        String theirs = quantity.substring(bracket + 1, quantity.length() - 1);
        String ours = COEFFICIENTS.getOrDefault(theirs, theirs);
        String coefficient = "b[%s]".formatted(ours);
        String ratio = "odds_ratio[%s]".formatted(ours);
        return switch (quantity.substring(0, bracket)) {
            case "b" -> value(coefficient);
            case "se", "hc3." -> new Place("", coefficient, Part.ERROR);
            case "low" -> new Place("", ratio, Part.LOG_LOW);
            case "high" -> new Place("", ratio, Part.LOG_HIGH);
            default -> throw new IllegalArgumentException("no place for " + quantity);
        };
    }

    private static Place value(String name) {
        return new Place("", name, Part.VALUE);
    }

    /// The number a finding has there.
    public double in(Finding finding) {
        return switch (part) {
            case VALUE -> known(finding).value();
            case LOW -> interval(finding).low();
            case HIGH -> interval(finding).high();
            case N -> known(finding).n();
            case ERROR -> error(finding);
            case LOG_LOW -> Math.log(interval(finding).low());
            case LOG_HIGH -> Math.log(interval(finding).high());
            case STATISTIC -> test(finding, name).orElseThrow().statistic().getAsDouble();
            case DF -> test(finding, name).orElseThrow().df().getFirst();
            case DF2 -> test(finding, name).orElseThrow().df().getLast();
            case P -> test(finding, name).orElseThrow().p();
            case BAYES_FACTOR -> finding.bayesFactor().getAsDouble();
        };
    }

    private Estimate.Known known(Finding finding) {
        return (Estimate.Known) finding.estimate(name);
    }

    private Interval interval(Finding finding) {
        return known(finding).interval().orElseThrow();
    }

    private double error(Finding finding) {
        Interval interval = interval(finding);
        double quantile =
                test(finding, "F")
                        .map(test -> Quantiles.t(test.df().getLast(), interval.level()))
                        .orElseGet(() -> Quantiles.normal(interval.level()));
        return (interval.high() - interval.low()) / (2 * quantile);
    }

    private static Optional<TestResult> test(Finding finding, String name) {
        return finding.tests().stream()
                .map(Tested::result)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
