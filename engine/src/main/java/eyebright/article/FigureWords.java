package eyebright.article;

import java.util.Map;

/// What the estimates and tests of findings are called in a table, for who knows them.
final class FigureWords {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("estimate", "share"),
                    Map.entry("count", "number"),
                    Map.entry("sd", "standard deviation"),
                    Map.entry("V", "Cramér's V"),
                    Map.entry("V_adjusted", "Cramér's V, adjusted"),
                    Map.entry("fisher_or", "odds ratio (Fisher)"),
                    Map.entry("welch_t", "Welch's t-test"),
                    Map.entry("chi2", "Pearson's chi-squared test"),
                    Map.entry("G", "likelihood ratio test (G)"),
                    Map.entry("fisher_p", "Fisher's exact test"),
                    Map.entry("mcnemar_midp", "McNemar's test, mid-p"),
                    Map.entry("r", "correlation (Pearson's r)"),
                    Map.entry("rho", "correlation of ranks (Spearman's rho)"),
                    Map.entry("tau_b", "correlation of ranks (Kendall's tau-b)"),
                    Map.entry("r_t", "t-test of the correlation"),
                    Map.entry("rho_t", "t-test of the correlation of ranks"),
                    Map.entry("tau_z", "z-test of the correlation of ranks"),
                    Map.entry("r_equivalence", "correlation, for the two one-sided tests"),
                    Map.entry("tost", "equivalence, two one-sided tests"),
                    Map.entry("b", "coefficient"),
                    Map.entry("odds_ratio", "odds ratio"),
                    Map.entry("rate_ratio", "rate ratio"),
                    Map.entry("ratio", "ratio of the rate ratios, second by first"),
                    Map.entry("wald", "Wald test"),
                    Map.entry("likelihood_ratio", "likelihood ratio test"),
                    Map.entry("F", "F-test"),
                    Map.entry("r2", "R²"),
                    Map.entry("r2_block", "R² of the block"),
                    Map.entry("r2_cross_validated", "R² of the block, cross-validated"),
                    Map.entry("auc", "area under the curve (AUC)"),
                    Map.entry("brier", "Brier score"),
                    Map.entry("firth", "Firth's correction (1 yes, 0 no)"),
                    Map.entry("dispersion", "dispersion"),
                    Map.entry("discordant", "respondents whose two situations differ"),
                    Map.entry("proportional_odds", "test of proportional odds"),
                    Map.entry("chance", "chance"),
                    Map.entry("equal_slopes", "test that the slopes are equal"),
                    Map.entry("proportional_slopes", "test that the slopes are proportional"),
                    Map.entry("multiple", "how many times the slopes of the first outcome"),
                    Map.entry("omega_total", "omega (total)"),
                    Map.entry("alpha", "Cronbach's alpha"),
                    Map.entry("std_alpha", "Cronbach's alpha, standardised"),
                    Map.entry("r_rest", "correlation with the rest"),
                    Map.entry("alpha_if_dropped", "alpha without it"),
                    Map.entry("exact_p", "exact binomial test"),
                    Map.entry("largest_weight", "largest weight of a respondent"),
                    Map.entry("design_effect", "design effect of the weights"),
                    Map.entry("difference_equivalence", "difference, for the one-sided test"),
                    Map.entry("odds_ratio_equivalence", "odds ratio, for the one-sided test"),
                    Map.entry("rate_ratio_equivalence", "rate ratio, for the one-sided test"),
                    Map.entry("b_equivalence", "coefficient, for the one-sided test"),
                    Map.entry("non_superiority", "test of no more than the bound"),
                    Map.entry("bound", "test against the bound of the rule"),
                    Map.entry("below", "test of less than the bound"),
                    Map.entry("inside", "test of a place between the bounds"),
                    Map.entry("ahead", "better answers minus worse ones"),
                    Map.entry("superiority", "test of more than the bound"),
                    Map.entry("r2_below", "test of less than the bound"),
                    Map.entry("risk_ratio", "ratio of the shares"),
                    Map.entry("g", "standardised difference (Hedges' g)"),
                    Map.entry("eta2", "eta squared"),
                    Map.entry("omega2", "omega squared (Welch)"),
                    Map.entry("welch_f", "Welch's F-test"),
                    Map.entry("student_t", "Student's t-test"),
                    Map.entry("games_howell", "Games-Howell test"),
                    Map.entry("mcnemar", "McNemar's test"),
                    Map.entry("missing_information", "share of information that is missing"));

    private FigureWords() {}

    /// The words for a name, without brackets; the name itself where there are none.
    static String of(String name) {
        return WORDS.getOrDefault(name, name);
    }
}
