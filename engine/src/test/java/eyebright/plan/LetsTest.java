package eyebright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetsTest {

    private static final String HEAD =
            "respondent,gender,age,hours,greeted,greeted_home,felt.joy,felt.fear,felt.none,felt_home.joy,felt_home.fear,felt_home.none,warmth,warmth_home,hellos,hellos_home,after,traits.shy,traits.bold,traits.loud,word\n";

    /// Three respondents: one with answers, one who skipped what was felt, one who skipped the hellos.
    private static final String TABLE =
            HEAD
                    + "r1,woman,40,10,yes,no,1,0,0,0,1,0,3,4,20,5,better,2,8,5,hello\n"
                    + "r2,man,50,0,no,no,(skipped),(skipped),(skipped),0,1,0,2,4,8,5,same,2,8,5,hello\n"
                    + "r3,man,60,10,yes,yes,0,1,0,1,0,0,5,4,(skipped),5,worse,2,8,(skipped),hello\n";

    /// The values of the last number of a plan; "?" where it is not known.
    private static List<String> values(String lets) {
        Folder folder = Models.with(lets);
        Plan plan = folder.plan();
        Frame frame = Lets.added(plan.lets(), folder.scales().score(folder.table(TABLE)));
        var column = (Column.Numbers) frame.column(plan.lets().getLast().name());
        var values = new ArrayList<String>();
        for (int row = 0; row < frame.size(); row++) {
            values.add(
                    column.status(row) == Status.ANSWERED
                            ? Double.toString(column.value(row))
                            : "?");
        }
        return values;
    }

    @Test
    void aNumberIsUnknownWhereWhatItReadsIs() {
        assertThat(values("- {let: a, be: hellos + hours}")).containsExactly("30.0", "8.0", "?");
        assertThat(values("- {let: a, be: hellos / hours}")).containsExactly("2.0", "?", "?");
        assertThat(values("- {let: a, be: boldness}")).containsExactly("7.0", "7.0", "?");
    }

    @Test
    void aConditionCountsOneAndZeroAndMayBeUnknown() {
        assertThat(values("- {let: a, be: felt.joy}")).containsExactly("1.0", "?", "0.0");
        assertThat(values("- {let: a, be: felt.joy or age > 45}"))
                .containsExactly("1.0", "1.0", "1.0");
    }

    @Test
    void theFirstCaseThatHoldsDecides() {
        assertThat(
                        values(
                                "- {let: a, be: [{when: age < 45, be: 1}, {when: age < 55, be: 2}, {be: 3}]}"))
                .containsExactly("1.0", "2.0", "3.0");
    }

    @Test
    void whereItIsUnknownWhetherACaseHoldsSoIsTheNumber() {
        assertThat(values("- {let: a, be: [{when: felt.joy, be: 1}, {be: 2}]}"))
                .containsExactly("1.0", "?", "2.0");
        assertThat(
                        values(
                                "- {let: a, be: [{when: not answered(felt), be: 9}, {when: felt.joy, be: 1}, {be: 2}]}"))
                .containsExactly("1.0", "9.0", "2.0");
    }

    @Test
    void whereNoCaseHoldsTheNumberIsUnknown() {
        assertThat(values("- {let: a, be: [{when: age > 45, be: hellos}]}"))
                .containsExactly("?", "8.0", "?");
    }

    @Test
    void aLaterNumberReadsAnEarlierOne() {
        assertThat(values("- {let: a, be: hellos * 2}\n- {let: b, be: a + 1}"))
                .containsExactly("41.0", "17.0", "?");
    }

    @Test
    void aClaimMayReadANumberThatIsMadeBelowIt() {
        assertThat(
                        Models.with(
                                        "- {claim: x, asks: a?, says: b, mean: twice}\n- {let: twice, be: hellos * 2}\n")
                                .findings(TABLE)
                                .findings()
                                .getFirst()
                                .n())
                .isEqualTo(2);
    }

    @Test
    void onlyNumbersThatAreReadAreKeptAndThoseThatTheyRead() {
        List<Let> lets =
                Models.with(
                                "- {let: a, be: hellos}\n- {let: b, be: hours}\n- {let: c, be: [{when: a > 1, be: 2}]}\n")
                        .plan()
                        .lets();

        assertThat(Lets.read(lets, new HashSet<>(Set.of("c", "age"))))
                .extracting(Let::name)
                .containsExactly("a", "c");
        assertThat(Lets.read(lets, new HashSet<>(Set.of("hours")))).isEmpty();
    }
}
