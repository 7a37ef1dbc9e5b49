package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Estimate.Known;
import org.junit.jupiter.api.Test;

class PooledGroupsTest {

    @Test
    void aGroupOfSeveralOptionsHoldsTheRespondentsOfEachOfThem() {
        var folder =
                new Folder(
                                """
                                - page: all
                                  title: All
                                  questions:
                                    - {id: school, ask: School?, one-of: [{a: A}, {b: B}, {c: C}]}
                                    - {id: age, ask: Age?, number: {from: 0, to: 100, unit: years}}
                                """)
                        .with(
                                "plan.yaml",
                                """
                                - {claim: age, asks: a?, says: b, compare: age, between: {school: [{Both: [a, c]}, b]}}
                                - {claim: old, asks: a?, says: b, compare: age > 15, between: {school: [{Both: [a, c]}, b]}}
                                """);

        Findings findings =
                folder.findings(
                        "respondent,school,age\n1,a,10\n2,c,20\n3,b,40\n4,b,44\n5,c,30\n6,a,\n");

        Finding age = findings.findings().getFirst();
        assertThat(age.n()).isEqualTo(5);
        assertThat(((Known) age.estimate("mean1")).value()).isEqualTo(20);
        assertThat(((Known) age.estimate("mean2")).value()).isEqualTo(42);
        Finding old = findings.findings().getLast();
        assertThat(((Known) old.estimate("count[a]")).value()).isEqualTo(2);
        assertThat(((Known) old.estimate("n[a]")).value()).isEqualTo(3);
    }
}
