package eyebright.check;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.article.FigureText;
import eyebright.article.Printed;
import eyebright.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reader with a pencil finds: every statistic that an article can print is worked out again from its printed letters
/// alone, as statcheck does (Nuijten et al. 2016, Behavior Research Methods, 48, 1205-1226): a rounded statistic allows a
/// range of p values, and the printed p must lie in it.
class PrintedStatisticsTest {

    private static final Pattern TEST =
            Pattern.compile(
                    "(t|z|F|\u03c7\u00b2)(?:\\(([0-9.,]+(?:, [0-9.,]+)?)\\))? = (\u2212?[0-9.,]+), p ([=<]) (\\d?\\.\\d+)");
    private static final Pattern INTERVAL =
            Pattern.compile(
                    "^(\u2212?[0-9.,]*[0-9]) ?[^,]*, \\d+(?:\\.\\d+)? % CI \\[(\u2212?[0-9.,]+), (\u2212?[0-9.,]+)]$");
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// @param least how many statistics there are to be found, so that an article that prints none is noticed
    @ParameterizedTest
    @CsvSource({"hello, 0", "tears, 20", "big-five, 5", "students, 3", "volunteering, 3"})
    void printedStatisticsGiveTheirPrintedPAndIntervalsHoldTheirEstimate(String study, int least)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        var kinds = new TreeMap<String, Integer>();
        int intervals = 0;
        for (String printed : all(study)) {
            Matcher test = TEST.matcher(printed);
            while (test.find()) {
                kinds.merge(test.group(1), 1, Integer::sum);
                if (!follows(test)) {
                    wrong.add(test.group());
                }
            }
            Matcher interval = INTERVAL.matcher(printed);
            if (interval.find()) {
                intervals++;
                if (number(interval.group(1)) < number(interval.group(2))
                        || number(interval.group(1)) > number(interval.group(3))) {
                    wrong.add(interval.group());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(intervals).isPositive();
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum())
                .as("statistics of " + study + ": " + kinds)
                .isGreaterThanOrEqualTo(least);
    }

    private static boolean follows(Matcher test) {
        DoubleUnaryOperator tail = tail(test);
        String statistic = test.group(3).replace("\u2212", "");
        double half = half(statistic);
        double middle = number(statistic);
        double highest = tail.applyAsDouble(Math.max(0, middle - half));
        double lowest = tail.applyAsDouble(middle + half);
        double p = Double.parseDouble(test.group(5));
        return test.group(4).equals("<")
                ? lowest < p
                : lowest <= p + half(test.group(5)) && highest >= p - half(test.group(5));
    }

    private static DoubleUnaryOperator tail(Matcher test) {
        List<Double> df =
                test.group(2) == null
                        ? List.of()
                        : Pattern.compile(", ")
                                .splitAsStream(test.group(2))
                                .map(PrintedStatisticsTest::number)
                                .toList();
        return switch (test.group(1)) {
            case "t" -> x -> 2 * TDistribution.of(df.getFirst()).survivalProbability(x);
            case "z" -> x -> 2 * NORMAL.survivalProbability(x);
            case "F" -> FDistribution.of(df.getFirst(), df.getLast())::survivalProbability;
            default -> ChiSquaredDistribution.of(df.getFirst())::survivalProbability;
        };
    }

    /// Half a unit of the last printed digit.
    private static double half(String number) {
        int point = number.indexOf('.');
        int digits = point < 0 ? 0 : number.length() - point - 1;
        return 0.5 * Math.pow(10, -digits) * (1 + 1e-9);
    }

    private static double number(String printed) {
        return Double.parseDouble(printed.replace(",", "").replace("\u2212", "-"));
    }

    /// Everything that a placeholder of an article can print of a figure.
    private static List<String> all(String study) throws IOException {
        StudyFolder folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("..", "studies", study)))
                        .folder();
        Frame frame = folder.respondents().careful(3, 0, 684);
        Findings findings = Findings.of(folder.study(), folder.scales(), folder.plan(), frame);
        var printed = new ArrayList<String>();
        findings.findings().forEach(finding -> add(finding, printed));
        return printed;
    }

    private static void add(Finding finding, List<String> into) {
        finding.estimates().forEach(each -> say(finding, each.name(), into));
        finding.tests().forEach(each -> say(finding, each.name(), into));
        finding.beside().forEach(each -> add(each, into));
    }

    private static void say(Finding finding, String name, List<String> into) {
        if (FigureText.apa(finding, name) instanceof Printed.Said(String text)) {
            into.add(text.replace('\u00a0', ' '));
        }
    }
}
