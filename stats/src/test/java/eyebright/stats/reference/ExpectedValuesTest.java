package eyebright.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How far R's own values are from the solutions of their equations.
class ExpectedValuesTest {

    @Test
    void rSolvesNineQuantitiesLessWellThanItsToleranceSays() {
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
            // fisher.test and polychor solve to 1.2e-4, effectsize to 1e-9 of probability.
            double solver = quantity.startsWith("V_") ? 2e-6 : 1e-4;
            assertThat(off).as("%s of %s", quantity, name).isLessThanOrEqualTo(solver * exact);
            if (off > r.tolerance() * exact) {
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
                        "bfi A2, A3 polychoric: rho");
    }

    @Test
    void textWithCommasInQuotesIsOneField() {
        var row = ExpectedValues.FILE.where("case", "proportion 0 of 30").rows().getFirst();

        assertThat(ExpectedValues.FILE.cell(row, "call"))
                .isEqualTo("prop.test(x, n, correct=FALSE)");
    }
}
