package eyebright.analysis;

import eyebright.plan.Label;
import eyebright.plan.Originals;
import eyebright.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What public pages may show of findings.
///
/// Until the study has the respondents its plan waits for, nothing but how many there are. After that a
/// finding is withheld as a whole if it rests on fewer than 10 respondents, if it compares groups of
/// which one has fewer than 10, or if an answer crossed with a group was given, or not given, by some but
/// fewer than 10. Whom a claim is about (`among`) is such a group; where respondents name any number
/// of options, only those options are left out. A cell of nobody is not a person and may be seen. Findings that overlap are not compared with each other.
public final class PublicFindings {

    /// The fewest respondents that are shown as a number.
    public static final int FEWEST = 10;

    private static final String TOO_FEW = "too few answers to show";
    private static final String FEW = "fewer than %d, or all but fewer".formatted(FEWEST);

    private static final Predicate<String> IS_SHARE =
            Pattern.compile("estimate|share[12]|share\\[.*]").asMatchPredicate();

    private PublicFindings() {}

    /// Those findings, with what may not be shown withheld.
    public static Findings of(Findings findings) {
        int waitsFor = findings.plan().respondents();
        boolean isEarly = findings.data().respondents() < waitsFor;
        List<Finding> shown =
                findings.findings().stream()
                        .map(
                                finding ->
                                        isEarly
                                                ? finding.withheld(
                                                        "shown once %d people have answered"
                                                                .formatted(waitsFor))
                                                : shown(finding))
                        .toList();
        return new Findings(
                findings.study(),
                findings.plan(),
                isEarly ? findings.data().onlyHowMany() : findings.data(),
                shown);
    }

    private static Finding shown(Finding finding) {
        boolean isAnalysed = !(finding.shape() instanceof Shape.Unanalysed);
        if (isAnalysed && (finding.n() < FEWEST || givesAway(finding))) {
            return finding.withheld(TOO_FEW);
        }
        Finding kept =
                finding.among().isPresent() && isOfSeveral(finding.shape())
                        ? withoutFew(finding)
                        : finding;
        List<Finding> beside = kept.beside().stream().map(PublicFindings::shown).toList();
        return withoutHidden(kept.beside(beside));
    }

    /// The finding without comparisons that would tell what was withheld beside it, or of an option of few.
    private static Finding withoutHidden(Finding finding) {
        Set<String> hidden =
                finding.originals().figures().stream()
                        .filter(figure -> isHidden(finding, figure))
                        .map(figure -> figure.published().id())
                        .collect(Collectors.toSet());
        return hidden.isEmpty() ? finding : finding.withoutComparisons(hidden, TOO_FEW);
    }

    private static boolean isHidden(Finding finding, Originals.Figure figure) {
        if (figure.option().isPresent()) {
            return finding.estimate("share[%s]".formatted(figure.option().get()))
                    instanceof Estimate.NotEstimable;
        }
        return figure.with()
                .map(name -> finding.id() + "." + name)
                .flatMap(
                        id ->
                                finding.beside().stream()
                                        .filter(each -> each.id().equals(id))
                                        .findFirst())
                .filter(each -> each.withheld().isPresent())
                .isPresent();
    }

    /// Whether respondents name any number of options, so that one option says nothing of another.
    private static boolean isOfSeveral(Shape shape) {
        return shape instanceof Shape.TwoSettings
                || (shape instanceof Shape.EachOption(_, Shape.Answers answers)
                        && answers == Shape.Answers.SEVERAL);
    }

    /// The finding without the options that few name, or all but few.
    private static Finding withoutFew(Finding finding) {
        Set<String> few =
                finding.estimates().stream()
                        .filter(PublicFindings::isOfFew)
                        .map(share -> option(share.name()))
                        .collect(Collectors.toSet());
        return finding.with(
                finding.estimates().stream()
                        .map(
                                each ->
                                        few.contains(option(each.name()))
                                                ? new NamedEstimate(
                                                        each.name(), new Estimate.NotEstimable(FEW))
                                                : each)
                        .toList(),
                finding.tests().stream()
                        .filter(test -> options(test.name()).noneMatch(few::contains))
                        .toList());
    }

    /// The code of the option that `share[code]`, `share[setting,code]` or `difference[code]` is about.
    private static String option(String name) {
        int from = Math.max(name.indexOf('['), name.indexOf(',')) + 1;
        int to = name.indexOf(']');
        return from > 0 && to > from ? name.substring(from, to) : "";
    }

    /// The codes of the options that a test is about: one, or two that are compared.
    private static Stream<String> options(String name) {
        int from = name.indexOf('[') + 1;
        return from == 0
                ? Stream.of()
                : Arrays.stream(name.substring(from, name.length() - 1).split(",", -1));
    }

    private static boolean givesAway(Finding finding) {
        return switch (finding.shape()) {
            case Shape.OneShare _, Shape.EachOption _, Shape.EachPoint _, Shape.TwoSettings _ ->
                    finding.among().isPresent()
                            && !isOfSeveral(finding.shape())
                            && finding.estimates().stream().anyMatch(PublicFindings::isOfFew);
            case Shape.GroupShares(List<Label> groups) ->
                    groups.stream()
                            .anyMatch(
                                    group -> {
                                        int yes = count(finding, "count[%s]", group);
                                        int n = count(finding, "n[%s]", group);
                                        return isFew(yes) || isFew(n - yes) || isFew(n);
                                    });
            case Shape.GroupMeans(List<Label> groups, _) ->
                    java.util.stream.IntStream.rangeClosed(1, groups.size())
                            .anyMatch(number -> isFew(count(finding, "n" + number)));
            case Shape.Table(List<Label> rows, List<Label> columns) ->
                    rows.stream()
                            .anyMatch(
                                    row ->
                                            columns.stream()
                                                    .anyMatch(
                                                            column ->
                                                                    isFew(
                                                                            cell(
                                                                                    finding, row,
                                                                                    column))));
            case Shape.TwoShares _ ->
                    finding.among().isPresent()
                            && finding.estimates().stream().anyMatch(PublicFindings::isOfFew);
            case Shape.Coefficients _, Shape.TwoCounts _ ->
                    finding.estimates().stream().anyMatch(PublicFindings::isFewPeople);
            case Shape.Correlation _,
                    Shape.Block _,
                    Shape.Reliability _,
                    Shape.OneMean _,
                    Shape.Unanalysed _ ->
                    false;
        };
    }

    /// Whether an estimate says how many people something is about, and these are few.
    private static boolean isFewPeople(NamedEstimate named) {
        return named.name().startsWith("n[")
                && named.estimate() instanceof Estimate.Known(double value, _, _)
                && isFew((int) value);
    }

    /// Whether a share is that of few, or of all but few.
    private static boolean isOfFew(NamedEstimate share) {
        if (!IS_SHARE.test(share.name())) {
            return false;
        }
        return switch (share.estimate()) {
            case Estimate.Known(double value, _, int n) -> {
                int count = (int) Math.round(value * n);
                yield isFew(count) || isFew(n - count);
            }
            case Estimate.NotEstimable _ -> false;
        };
    }

    /// Whether a number of people is one that public pages do not print: some, but fewer than [#FEWEST].
    public static boolean isFew(int count) {
        return count > 0 && count < FEWEST;
    }

    private static int cell(Finding finding, Label row, Label column) {
        return count(finding, "count[%s,%s]".formatted(row.code(), column.code()));
    }

    private static int count(Finding finding, String pattern, Label label) {
        return count(finding, pattern.formatted(label.code()));
    }

    private static int count(Finding finding, String name) {
        return switch (finding.estimate(name)) {
            case Estimate.Known(double value, _, _) -> (int) value;
            case Estimate.NotEstimable _ -> 0;
        };
    }
}
