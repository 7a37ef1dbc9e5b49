package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyebright.expression.Truth;
import eyebright.frame.Frame;
import eyebright.stats.Estimate;
import eyebright.stats.mean.Moments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {

    private static final int ROWS = 100;

    private final Folder folder = Hello.folder();

    private Frame scored(String csv) {
        return folder.scales().score(folder.table(csv));
    }

    private static String part(String csv, int from, int to) {
        List<String> lines = csv.lines().toList();
        return lines.getFirst()
                + "\n"
                + lines.subList(1 + from, 1 + to).stream().collect(Collectors.joining("\n"))
                + "\n";
    }

    private static Finding finding(Findings findings, String id) {
        return findings.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + id));
    }

    private static double value(Finding finding, String name) {
        return ((Estimate.Known) finding.estimate(name)).value();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mergingTwoPartsGivesTheSameAsTheWhole(long seed) {
        String csv = Hello.table(ROWS, seed);
        int cut = (int) (seed * 11);
        for (CompiledClaim claim :
                CompiledPlan.of(folder.plan(), folder.study(), folder.scales()).claims()) {
            Summary whole = claim.summarise(scored(csv));
            Summary merged =
                    claim.summarise(scored(part(csv, 0, cut)))
                            .merge(claim.summarise(scored(part(csv, cut, ROWS))));

            assertThat(merged.n()).isEqualTo(whole.n());
            assertThat(merged.missing()).isEqualTo(whole.missing());
            assertThat(merged.counts()).isEqualTo(whole.counts());
            assertThat(merged.moments()).hasSameSizeAs(whole.moments());
            for (int i = 0; i < whole.moments().size(); i++) {
                Moments one = merged.moments().get(i);
                Moments other = whole.moments().get(i);
                assertThat(one.n()).isEqualTo(other.n());
                assertThat(one.mean()).isCloseTo(other.mean(), within(1e-12));
                assertThat(one.squares())
                        .isCloseTo(other.squares(), within(1e-12 * (1 + other.squares())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoCountsAndWhoIsMissingAreTheWholeBase(long seed) {
        Frame frame = scored(Hello.table(ROWS, seed));
        for (CompiledClaim claim :
                CompiledPlan.of(folder.plan(), folder.study(), folder.scales()).claims()) {
            if (claim.shape() instanceof Shape.Unanalysed) {
                continue;
            }
            int base = 0;
            for (int row = 0; row < frame.size(); row++) {
                var among = claim.claim().among();
                if (among.isEmpty() || among.get().truth(frame.row(row)) != Truth.FALSE) {
                    base++;
                }
            }
            Summary summary = claim.summarise(frame);
            int missing = summary.missing().values().stream().mapToInt(Integer::intValue).sum();

            assertThat(summary.n() + missing).as(claim.claim().id()).isEqualTo(base);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoGroupsTheOtherWayRoundDifferByTheSign(long seed) {
        String csv = Hello.table(ROWS, seed);
        String turned = Hello.PLAN.replace("{gender: [woman, man]}", "{gender: [man, woman]}");
        Findings one = folder.findings(csv);
        Findings other = Hello.with(turned).findings(csv);

        for (String id : List.of("women-greet", "women-joy", "women-bold")) {
            assertThat(value(finding(one, id), "difference"))
                    .isCloseTo(-value(finding(other, id), "difference"), within(1e-12));
        }
    }

    @Test
    void aBaseThatIsNotKnownIsMissing() {
        Findings findings =
                Hello.with(
                                "- {claim: x, asks: a?, says: b, share: hellos > 3, among: greeted == \"yes\"}\n")
                        .findings(
                                """
                                respondent,greeted,hellos
                                a,yes,4
                                b,yes,1
                                c,no,4
                                d,(skipped),4
                                e,yes,(not reached)
                                f,(not shown),4
                                """);

        Finding finding = findings.findings().getFirst();

        assertThat(finding.n()).isEqualTo(2);
        assertThat(finding.missing())
                .containsExactlyInAnyOrderEntriesOf(
                        java.util.Map.of(Missing.NOT_REACHED, 1, Missing.BASE_UNKNOWN, 2));
    }

    @Test
    void aNumberThatCannotBeComputedIsMissing() {
        Finding finding =
                Hello.with("- {claim: x, asks: a?, says: b, mean: 100 / hellos}\n")
                        .findings("respondent,hellos\na,4\nb,0\nc,5\nd,(skipped)\n")
                        .findings()
                        .getFirst();

        assertThat(finding.missing())
                .containsExactlyInAnyOrderEntriesOf(
                        java.util.Map.of(Missing.NOT_COMPUTABLE, 1, Missing.SKIPPED, 1));
        assertThat(value(finding, "mean")).isCloseTo(22.5, within(1e-12));
    }

    @Test
    void theHashOfTheDataIsOfAnswersAndNotOfNames() {
        String csv = Hello.table(20, 1);
        Optional<String> hash = folder.findings(csv).data().hash();

        assertThat(hash).isPresent();

        assertThat(folder.findings(csv.replace("\nr", "\nx")).data().hash()).isEqualTo(hash);
        assertThat(folder.findings(Hello.table(20, 2)).data().hash()).isNotEqualTo(hash);
    }

    @Test
    void theHashOfTheDataSaysNothingOfFreeTexts() {
        String csv = Hello.table(20, 1);

        assertThat(folder.findings(csv.replace(",hello,", ",hallo,")).data().hash())
                .isEqualTo(folder.findings(csv).data().hash());
    }

    @Test
    void rehearsedDataSaySo() {
        String csv = "respondent,rehearsed,greeted\na,margins:7,yes\nb,margins:7,no\n";

        Findings.Data data = folder.findings(csv).data();

        assertThat(data.kind()).isEqualTo("rehearsed");
        assertThat(data.mark()).contains("margins:7");
    }

    @Test
    void aClaimThatNeedsMoreStandsThereWithTheReason() {
        Finding later = finding(folder.findings(Hello.table(20, 1)), "later");

        assertThat(later.why()).isEqualTo("not yet analysed");
        assertThat(later.estimates()).isEmpty();
    }

    @Test
    void summariesOfDifferentAnalysesCannotBeMerged() {
        List<CompiledClaim> claims =
                CompiledPlan.of(folder.plan(), folder.study(), folder.scales()).claims();
        Frame frame = scored(Hello.table(5, 1));
        Summary one = claims.get(0).summarise(frame);
        Summary other = claims.get(3).summarise(frame);

        assertThatThrownBy(() -> one.merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "summaries must have equally many counts and moments, not 2, 0 and 3, 0");
    }
}
