package eyebright.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How far R's own values are from the solutions of their equations.
class ExpectedValuesTest {

    @Test
    void rSolvesSomeQuantitiesLessWellThanItsToleranceSays() {
        List<String> missed = new ArrayList<>();
        for (var row : ExpectedValues.EXACT.rows()) {
            String name = ExpectedValues.EXACT.cell(row, "case");
            String quantity = ExpectedValues.EXACT.cell(row, "quantity");
            double exact = Double.parseDouble(ExpectedValues.EXACT.cell(row, "value"));
            var r =
                    ExpectedValues.ofR(name).rows().stream()
                            .filter(each -> each.quantity().equals(quantity))
                            .findFirst()
                            .orElseThrow();
            double off = Math.abs(r.value() - exact);
            double size = Math.abs(exact);
            assertThat(off)
                    .as("%s of %s", quantity, name)
                    .isLessThanOrEqualTo(solver(quantity) * size);
            if (off > r.tolerance() * size) {
                missed.add(name + ": " + quantity);
            }
        }
        assertThat(missed)
                .containsExactly(
                        "students Pulse by Sex: d_low",
                        "students Pulse by Sex: g_low",
                        "cowles extraversion by volunteer: d_high",
                        "cowles extraversion by volunteer: g_high",
                        "bfi N4 by gender: d_high",
                        "bfi N4 by gender: g_high",
                        "bfi age by gender: d_high",
                        "bfi age by gender: g_high",
                        "bfi age by education: eta2_low",
                        "bfi age by education: eta2_high",
                        "bfi age by education Tukey 3-2: p",
                        "bfi age by education Tukey 5-2: p",
                        "cowles sex x volunteer: V_low",
                        "cowles sex x volunteer: fisher_or",
                        "cowles sex x volunteer: fisher_low",
                        "cowles sex x volunteer: fisher_high",
                        "students Sex x W.Hnd: fisher_or",
                        "students Sex x W.Hnd: fisher_low",
                        "students Sex x W.Hnd: fisher_high",
                        "students Fold x Clap: V_high",
                        "bfi A2, A3 polychoric: rho",
                        "small telescopes: original n = 60 a group: d33",
                        "proportion 492 of 684 against .7: bf10",
                        "cowles volunteer ~ sex + neuroticism*extraversion: se[(Intercept)]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: se[neuroticism]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: se[extraversion]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: se[neuroticism:extraversion]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: low[neuroticism]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: low[extraversion]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: high[(Intercept)]",
                        "cowles volunteer ~ sex + neuroticism*extraversion: high[sexmale]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[(Intercept)]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[EthN]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[SexM]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[AgeF1]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[AgeF2]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[AgeF3]",
                        "quine Days ~ Eth + Sex + Age + Lrn, Poisson: se[LrnSL]");
    }

    /// How far R's solver may be off, relatively: fisher.test, polychor and power.t.test stop at 1.2e-4, effectsize at 1e-9
    /// of probability, ptukey at about 1e-9 of it; glm has the standard errors of the step before its last,
    /// and confint reads a spline.
    private static double solver(String quantity) {
        return switch (quantity.replaceAll("[_\\[].*", "")) {
            case "fisher", "rho", "d33" -> 1e-4;
            case "low", "high" -> 2e-5;
            case "se" -> 4e-6;
            case "p" -> 0.5;
            default -> 2e-6;
        };
    }

    @Test
    void textWithCommasInQuotesIsOneField() {
        var row = ExpectedValues.FILE.where("case", "proportion 0 of 30").rows().getFirst();

        assertThat(ExpectedValues.FILE.cell(row, "call"))
                .isEqualTo("prop.test(x, n, correct=FALSE)");
    }
}
