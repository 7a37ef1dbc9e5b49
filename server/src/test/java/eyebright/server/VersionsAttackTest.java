package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.NamedEstimate;
import eyebright.check.StudyFolder;
import eyebright.disclosure.Ledger;
import eyebright.disclosure.PublicData;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import eyebright.publish.PublicAnswers;
import eyebright.publish.Publication;
import eyebright.publish.data.About;
import eyebright.publish.data.Release;
import eyebright.stats.Estimate;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.store.StoredFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An attacker who holds every published version of a study and knows people who took part: their identifying answers, in
/// which version their row was new, and whether they withdrew. Rehearsed therapists stand for real ones.
class VersionsAttackTest {

    private static final String NAME = "tears";
    private static final int WITHDRAWN = 5;

    private static StudyFolder tears;
    private static PublicData rules;
    private static final List<Version> VERSIONS = new ArrayList<>();

    /// Of each who withdrew, the version in which their row is missing first.
    private static final Map<String, Integer> GONE = new HashMap<>();

    /// What one version gave away, and what the attacker does not see: whose row is whose.
    private record Version(Frame answers, Frame rows, Ledger ledger, Optional<Release> release) {

        /// The row of that person as it is told; the attacker only guesses it.
        List<String> told(String id) {
            Frame coarse = rows;
            int mask = Objects.requireNonNull(ledger.rows().get(id)).withheld();
            int at = answers.respondents().indexOf(id);
            var told = new ArrayList<String>();
            for (int place = 0; place < rules.identifying().size(); place++) {
                String name = rules.identifying().get(place);
                told.add(
                        (mask >>> place & 1) == 1
                                ? Status.WITHHELD.name()
                                : coarsely(coarse, name, answers, at));
            }
            return told;
        }
    }

    @BeforeAll
    static void publishFourTimes(@TempDir Path folder) throws IOException {
        tears =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/tears")))
                        .folder();
        rules = tears.publicData().orElseThrow();
        try (Store store = Store.open(folder.resolve("data"), Clock.systemUTC())) {
            store.addVersion(eyebright.store.Version.of(tears));
            Rehearsing.fill(store, tears, 1, 300);
            VERSIONS.add(publish(store));

            Rehearsing.fill(store, tears, 2, 60);
            withdraw(store, 0, 3, 1);
            VERSIONS.add(publish(store));

            Rehearsing.fill(store, tears, 3, 30);
            withdraw(store, 1, 1, 2);
            withdraw(store, 0, 1, 2);
            VERSIONS.add(publish(store));

            Rehearsing.fill(store, tears, 4, 3);
            VERSIONS.add(publish(store));
        }
    }

    /// Those whose rows were new in that version and still stand in the latest.
    private static List<String> inBatch(int version) {
        Set<String> before =
                version == 0 ? Set.of() : VERSIONS.get(version - 1).ledger().rows().keySet();
        Map<String, Ledger.Row> then = VERSIONS.get(version).ledger().rows();
        return VERSIONS.getLast().ledger().rows().keySet().stream()
                .filter(then::containsKey)
                .filter(id -> !before.contains(id))
                .toList();
    }

    /// Some of a batch withdraw, one after the other, before a version. Whoever was drawn to go with one of them has no row
    /// any more to give away.
    private static void withdraw(Store store, int batch, int count, int version) {
        for (int i = 0; i < count; i++) {
            Set<String> still = store.ledger(NAME).rows().keySet();
            String id = inBatch(batch).stream().filter(still::contains).findFirst().orElseThrow();
            store.withdraw(new RespondentId(id));
            GONE.put(id, version);
        }
    }

    private static Version publish(Store store) {
        Ledger earlier = store.ledger(NAME);
        long now = store.forEachShown(NAME, _ -> {});
        Frame frame =
                StoredFrame.published(store, tears.study(), new Origin.Real(), earlier, now)
                        .frame();
        var allowed =
                (PublicAnswers.Allowed)
                        PublicAnswers.of(tears.study(), Optional.of(rules), frame, earlier, now);
        Ledger ledger = allowed.ledger().orElseThrow();
        assertThat(store.keep(NAME, ledger, rules.fewest(), allowed.answers().hash())).isTrue();
        return new Version(
                allowed.answers(),
                allowed.dataset().frame(),
                ledger,
                VERSIONS.size() < 2 ? Optional.of(release(allowed)) : Optional.empty());
    }

    private static Release release(PublicAnswers.Allowed allowed) {
        return new Publication(tears.study(), tears.scales(), tears.plan(), tears.standing())
                .release(
                        allowed.answers(),
                        allowed,
                        new About(
                                "1.0.0",
                                LocalDate.of(2026, 11, 22),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /// A table as a bag of rows.
    private static Map<List<String>, Integer> bag(Frame rows) {
        var bag = new LinkedHashMap<List<String>, Integer>();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            bag.merge(
                    rows.columns().keySet().stream().map(name -> cell(rows, name, at)).toList(),
                    1,
                    Integer::sum);
        }
        return bag;
    }

    /// The rows that only the first has.
    private static Map<List<String>, Integer> without(Frame rows, Frame others) {
        Map<List<String>, Integer> left = bag(rows);
        bag(others).forEach((row, count) -> left.merge(row, -count, Integer::sum));
        left.values().removeIf(count -> count <= 0);
        return left;
    }

    /// How many of some rows tell each combination of what identifies.
    private static Map<List<String>, Integer> combinations(
            Frame shape, Map<List<String>, Integer> rows) {
        List<String> columns = List.copyOf(shape.columns().keySet());
        int[] places = rules.identifying().stream().mapToInt(columns::indexOf).toArray();
        var combinations = new HashMap<List<String>, Integer>();
        rows.forEach(
                (row, count) ->
                        combinations.merge(
                                IntStream.of(places).mapToObj(row::get).toList(),
                                count,
                                Integer::sum));
        return combinations;
    }

    private static String cell(Frame frame, String name, int row) {
        Column column = frame.column(name);
        if (!column.isAnswered(row)) {
            return column.status(row).name();
        }
        return switch (column) {
            case Column.Choices choices -> choices.options().get(choices.index(row)).code();
            case Column.Numbers numbers -> Double.toString(numbers.value(row));
            case Column.Words words -> words.text(row);
            case Column.Sets sets ->
                    IntStream.range(0, sets.options().size())
                            .filter(option -> sets.names(row, option))
                            .boxed()
                            .toList()
                            .toString();
        };
    }

    /// What the published labels say an answer is told as.
    private static String coarsely(Frame rows, String name, Frame answers, int at) {
        String answer = cell(answers, name, at);
        return switch (name) {
            case "age" -> band(answer, new double[] {30, 45, 60}, rows, name);
            case "experience" -> band(answer, new double[] {5, 15, 30}, rows, name);
            case "country" ->
                    isStatus(answer) || answer.equals("us") ? answer : told(rows, name, "us");
            case "training" -> answer.equals("fellow") ? "student" : answer;
            case "profession" ->
                    isStatus(answer) || answer.equals("psychologist") ? answer : "other";
            case "orientation" ->
                    answer.equals("humanistic") || answer.equals("systemic") ? "other" : answer;
            default -> answer;
        };
    }

    private static boolean isStatus(String answer) {
        return answer.equals(answer.toUpperCase(java.util.Locale.ROOT)) && !answer.contains(".");
    }

    /// The one value that a table tells of all but another.
    private static String told(Frame rows, String name, String but) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> cell(rows, name, row))
                .filter(value -> !isStatus(value) && !value.equals(but))
                .findFirst()
                .orElse("");
    }

    private static String band(String answer, double[] starts, Frame rows, String name) {
        if (isStatus(answer)) {
            return answer;
        }
        double number = Double.parseDouble(answer);
        int band = (int) java.util.Arrays.stream(starts).filter(start -> start <= number).count();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> cell(rows, name, row))
                .filter(value -> !isStatus(value))
                .filter(
                        value ->
                                java.util.Arrays.stream(starts)
                                                .filter(start -> start <= Double.parseDouble(value))
                                                .count()
                                        == band)
                .findFirst()
                .orElse("");
    }

    /// Without what this test is about the attack would work: so it can see what it looks for.
    @Test
    void tablesMadeAnewEachTimeGiveRareCombinationsAway() {
        var counts = new ArrayList<Integer>();
        for (int version = 1; version < VERSIONS.size(); version++) {
            Frame before = anew(version - 1);
            Frame now = anew(version);
            counts.addAll(combinations(now, without(now, before)).values());
            counts.addAll(combinations(now, without(before, now)).values());
        }

        assertThat(counts).anyMatch(count -> count < rules.fewest());
    }

    /// The table of a version as it would be if nothing were kept of how rows went out before.
    private static Frame anew(int version) {
        return eyebright.disclosure.Release.of(
                        tears.study(), rules, VERSIONS.get(version).answers())
                .frame();
    }

    @Test
    void rowsOfAnEarlierVersionStandAsTheyStood() {
        for (int version = 1; version < VERSIONS.size(); version++) {
            Frame before = VERSIONS.get(version - 1).rows();
            Frame now = VERSIONS.get(version).rows();
            int gone = sum(without(before, now));

            int at = version;
            int withdrawn = (int) GONE.values().stream().filter(v -> v == at).count();
            // Where fewer than twice as many tell a combination, all of them go.
            assertThat(gone)
                    .isBetween(rules.fewest() * withdrawn, (2 * rules.fewest() - 1) * withdrawn);
            assertThat(sum(without(now, before))).isEqualTo(now.size() - before.size() + gone);
        }
        assertThat(GONE).hasSize(WITHDRAWN);
    }

    private static int sum(Map<List<String>, Integer> rows) {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void whoLinksRowsAcrossVersionsFindsEnoughOfEachCombinationAmongThoseNewAndThoseGone() {
        for (int version = 1; version < VERSIONS.size(); version++) {
            Frame before = VERSIONS.get(version - 1).rows();
            Frame now = VERSIONS.get(version).rows();

            assertThat(combinations(now, without(now, before)).values())
                    .allMatch(count -> count >= rules.fewest());
            assertThat(combinations(now, without(before, now)).values())
                    .allMatch(count -> count >= rules.fewest());
        }
    }

    @Test
    void tooFewWhoJoinedWaitForTheNextVersion() {
        assertThat(VERSIONS.get(3).rows().size()).isEqualTo(VERSIONS.get(2).rows().size());
        assertThat(VERSIONS.get(3).answers().hash()).isEqualTo(VERSIONS.get(2).answers().hash());
    }

    @Test
    void whoKnowsAllThatIdentifiesSomebodyAndWhenTheyJoinedFindsEnoughRows() {
        for (int version = 0; version < VERSIONS.size(); version++) {
            Version now = VERSIONS.get(version);
            Map<List<String>, Integer> fresh =
                    version == 0
                            ? bag(now.rows())
                            : without(now.rows(), VERSIONS.get(version - 1).rows());
            Map<List<String>, Integer> combinations = combinations(now.rows(), fresh);
            for (String id : joinedIn(version)) {
                assertThat(combinations.getOrDefault(now.told(id), 0))
                        .as(now.told(id).toString())
                        .isGreaterThanOrEqualTo(rules.fewest());
            }
        }
    }

    private static Set<String> joinedIn(int version) {
        var joined = new HashSet<>(VERSIONS.get(version).ledger().rows().keySet());
        if (version > 0) {
            joined.removeAll(VERSIONS.get(version - 1).ledger().rows().keySet());
        }
        return joined;
    }

    @Test
    void whoKnowsThatSomebodyWithdrewFindsEnoughRowsAmongThoseGone() {
        GONE.forEach(
                (id, version) -> {
                    Version before = VERSIONS.get(version - 1);
                    Map<List<String>, Integer> gone =
                            without(before.rows(), VERSIONS.get(version).rows());
                    assertThat(combinations(before.rows(), gone).getOrDefault(before.told(id), 0))
                            .isGreaterThanOrEqualTo(rules.fewest());
                });
    }

    /// Knowing less than all never helps: of each part of what identifies, known of each person, as many rows fit.
    @Test
    void whoKnowsAnyPartOfWhatIdentifiesFindsEnoughRows() {
        for (int version = 0; version < VERSIONS.size(); version++) {
            Version now = VERSIONS.get(version);
            Map<List<String>, Integer> combinations =
                    combinations(
                            now.rows(),
                            version == 0
                                    ? bag(now.rows())
                                    : without(now.rows(), VERSIONS.get(version - 1).rows()));
            List<List<String>> people =
                    joinedIn(version).stream().sorted().limit(25).map(now::told).toList();
            for (List<String> person : people) {
                for (int known = 0; known < 1 << person.size(); known++) {
                    int part = known;
                    int candidates =
                            combinations.entrySet().stream()
                                    .filter(each -> fits(each.getKey(), person, part))
                                    .mapToInt(Map.Entry::getValue)
                                    .sum();
                    assertThat(candidates).isGreaterThanOrEqualTo(rules.fewest());
                }
            }
        }
    }

    private static boolean fits(List<String> row, List<String> person, int known) {
        return IntStream.range(0, row.size())
                .filter(place -> (known >>> place & 1) == 1)
                .allMatch(place -> row.get(place).equals(person.get(place)));
    }

    /// Each count of people that the study's own figures tell, those too that public pages withhold, less that of the
    /// table. Flags of care are left out: the order of questions is not published, so of some rows they come out
    /// otherwise, whatever identifies these.
    @Test
    void whatSubtractionLeavesIsNobodyOrEnough() {
        var few = new ArrayList<String>();
        int compared = 0;
        for (Version version : VERSIONS.subList(0, 2)) {
            Map<String, Integer> own = counts(version.release().orElseThrow().own());
            Map<String, Integer> here = counts(version.release().orElseThrow().findings());
            for (Map.Entry<String, Integer> each : own.entrySet()) {
                int told = here.getOrDefault(each.getKey(), 0);
                int left = Math.abs(each.getValue() - told);
                compared += told > 0 && left > 0 ? 1 : 0;
                if (told > 0 && left > 0 && left < rules.fewest()) {
                    few.add("%s: %d of %d".formatted(each.getKey(), left, each.getValue()));
                }
            }
        }
        assertThat(few).isEmpty();
        assertThat(compared).isGreaterThan(10);
    }

    /// Every number of people that findings tell.
    private static Map<String, Integer> counts(Findings findings) {
        var counts = new LinkedHashMap<String, Integer>();
        findings.findings().forEach(finding -> counts(finding, counts));
        counts.keySet().removeIf(name -> name.contains(".careful "));
        return counts;
    }

    private static void counts(Finding finding, Map<String, Integer> counts) {
        for (NamedEstimate each : finding.estimates()) {
            if (each.estimate() instanceof Estimate.Known(double value, _, int n)) {
                counts.put(finding.id() + " of " + each.name(), n);
                if (each.name().startsWith("n[") || each.name().startsWith("count[")) {
                    counts.put(finding.id() + " " + each.name(), (int) value);
                }
            }
        }
        finding.beside().forEach(each -> counts(each, counts));
    }
}
