package eyebright.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How far R's own values are from the solutions of their equations.
class ExpectedValuesTest {

    @Test
    void rSolvesTenQuantitiesLessWellThanItsToleranceSays() {
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
            // fisher.test and power.t.test solve to 1.2e-4, effectsize to 1e-9 of probability.
            boolean coarse = quantity.startsWith("fisher") || quantity.equals("d33");
            double solver = coarse ? 1e-4 : 2e-6;
            assertThat(off).as("%s of %s", quantity, name).isLessThanOrEqualTo(solver * exact);
            if (off > r.tolerance() * exact) {
                missed.add(name + ": " + quantity);
            }
        }
        assertThat(missed)
                .containsExactly(
                        "cowles sex x volunteer: V_low",
                        "cowles sex x volunteer: fisher_or",
                        "cowles sex x volunteer: fisher_low",
                        "cowles sex x volunteer: fisher_high",
                        "students Sex x W.Hnd: fisher_or",
                        "students Sex x W.Hnd: fisher_low",
                        "students Sex x W.Hnd: fisher_high",
                        "students Fold x Clap: V_high",
                        "small telescopes: original n = 60 a group: d33",
                        "proportion 492 of 684 against .7: bf10");
    }

    @Test
    void textWithCommasInQuotesIsOneField() {
        var row = ExpectedValues.FILE.where("case", "proportion 0 of 30").rows().getFirst();

        assertThat(ExpectedValues.FILE.cell(row, "call"))
                .isEqualTo("prop.test(x, n, correct=FALSE)");
    }
}
