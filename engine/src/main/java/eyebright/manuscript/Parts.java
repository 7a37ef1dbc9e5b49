package eyebright.manuscript;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.article.FigureText;
import eyebright.article.FindingView;
import eyebright.article.Printed;
import eyebright.article.Sentence;
import eyebright.freeze.Deviation;
import eyebright.freeze.Standing;
import eyebright.method.ConsentWords;
import eyebright.method.DesignLimits;
import eyebright.method.FieldWords;
import eyebright.method.QuestionnaireWords;
import eyebright.plan.Label;
import eyebright.score.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The parts of an article that the folder knows by itself.
final class Parts {

    private final Facts facts;
    private final Function<Finding, FindingView> view;

    Parts(Facts facts, Function<Finding, FindingView> view) {
        this.facts = facts;
        this.view = view;
    }

    List<Block> of(Slot.Part part) {
        return switch (part) {
            case PRIMARY_FINDINGS ->
                    found().stream()
                            .filter(Finding::primary)
                            .<Block>map(each -> new Block.Found(view.apply(each)))
                            .toList();
            case PLANNED_FINDINGS ->
                    listed(
                            each -> !each.primary() && each.planned().orElse(true),
                            "Nothing else was planned.");
            case EXPLORATORY_FINDINGS ->
                    listed(
                            each -> !each.planned().orElse(true),
                            facts.findings().plan().frozen().isPresent()
                                    ? "Nothing: every analysis of this article was planned."
                                    : "The plan is not frozen yet, so nothing is told apart as exploratory.");
            case DEVIATIONS -> deviations();
            case EXCLUSIONS -> List.of(paragraph(field().counted()));
            case MEASURES -> measures();
            case SAMPLE_SIZE ->
                    List.of(
                            paragraph(
                                    facts.sampleSize()
                                            .orElse(
                                                    "The study was not rehearsed before it began.")));
            case RECRUITMENT -> recruitment();
            case CONSENT -> consent();
            case QUESTIONNAIRE -> List.of(paragraph(questionnaire()));
            case LIMITS -> limits();
            case REFERENCES -> List.of(new Block.References());
        };
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text)));
    }

    private List<Finding> found() {
        return facts.findings().findings();
    }

    private FieldWords field() {
        return new FieldWords(
                facts.study(), facts.findings().data(), Optional.empty(), facts.people());
    }

    private List<Block> recruitment() {
        return List.of(
                paragraph(
                        field().dates()
                                .map(days -> FieldWords.open() + " " + days)
                                .orElseGet(FieldWords::open)));
    }

    /// What respondents agreed to. What the study does not say yet stands open.
    private List<Block> consent() {
        var words = new ConsentWords(facts.study());
        var parts = new ArrayList<Inline>();
        parts.add(new Inline.Text(words.asked() + " " + words.kept() + " "));
        parts.add(
                words.responsible()
                        .<Inline>map(Inline.Text::new)
                        .orElseGet(
                                () ->
                                        new Inline.Open(
                                                "study.yaml does not say yet who is responsible")));
        parts.add(new Inline.Text(" Ethics approval: "));
        parts.add(
                words.ethics()
                        .<Inline>map(Inline.Text::new)
                        .orElseGet(() -> new Inline.Open("study.yaml does not name it yet")));
        return List.of(new Block.Paragraph(parts));
    }

    private String questionnaire() {
        var words = new QuestionnaireWords(facts.study());
        return String.join(
                " ", words.perPage(), words.adaptive(), words.order(), words.completeness());
    }

    private List<Block> limits() {
        return List.of(
                new Block.Items(
                        false,
                        new DesignLimits(facts.study(), facts.plan(), facts.findings())
                                .sentences().stream()
                                        .map(each -> List.of(paragraph(each)))
                                        .toList()));
    }

    /// Question and answer, one finding after another.
    private List<Block> listed(Predicate<Finding> which, String none) {
        var items = new ArrayList<List<Block>>();
        for (Finding finding : found()) {
            if (which.test(finding)) {
                items.add(List.of(new Block.Paragraph(line(finding))));
            }
        }
        return items.isEmpty() ? List.of(paragraph(none)) : List.of(new Block.Items(false, items));
    }

    private List<Inline> line(Finding finding) {
        var parts = new ArrayList<Inline>();
        parts.add(new Inline.Text(finding.question() + " "));
        FindingView said = view.apply(finding);
        parts.add(
                finding.withheld()
                        .<Inline>map(Inline.Open::new)
                        .orElseGet(() -> Inline.Told.of(said.answer().text(), finding.id())));
        finding.verdict()
                .ifPresent(
                        verdict -> {
                            parts.add(new Inline.Text(" "));
                            parts.add(
                                    new Inline.Emphasis(
                                            List.of(
                                                    Inline.Told.of(
                                                            capital(verdict.word()) + ".",
                                                            finding.id()))));
                        });
        return parts;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// A sentence about a finding.
    static Inline told(Sentence sentence, String claim) {
        return new Inline.Told(
                sentence.parts().stream()
                        .<Inline>map(
                                part ->
                                        part.isStrong()
                                                ? new Inline.Strong(
                                                        List.of(new Inline.Text(part.text())))
                                                : new Inline.Text(part.text()))
                        .toList(),
                claim);
    }

    private List<Block> deviations() {
        Optional<Standing> standing = facts.findings().plan().frozen();
        if (standing.isEmpty()) {
            return List.of(paragraph("The plan is not frozen yet."));
        }
        List<Deviation> changes = standing.get().deviations();
        if (changes.isEmpty()) {
            return List.of(paragraph("None: the plan stands as it was frozen."));
        }
        return List.of(
                new Block.Items(
                        false,
                        changes.stream()
                                .map(each -> List.of(paragraph(each.sentence())))
                                .toList()));
    }

    private List<Block> measures() {
        var items = new ArrayList<List<Block>>();
        for (Scale scale : facts.plan().scales().scales()) {
            var parts = new ArrayList<Inline>();
            parts.add(
                    new Inline.Strong(
                            List.of(new Inline.Text(scale.title().orElse(scale.name())))));
            parts.add(new Inline.Text(", " + made(scale)));
            reliability(scale)
                    .ifPresent(
                            finding -> {
                                parts.add(new Inline.Text("; omega here "));
                                parts.add(told(finding, "omega_total"));
                                parts.add(new Inline.Text(", alpha "));
                                parts.add(told(finding, "alpha"));
                            });
            parts.add(new Inline.Text("."));
            items.add(List.of(new Block.Paragraph(parts)));
        }
        return items.isEmpty()
                ? List.of(paragraph("No answers are scored together."))
                : List.of(new Block.Items(false, items));
    }

    private static String made(Scale scale) {
        String reversed =
                switch (scale.reversed().size()) {
                    case 0 -> "";
                    case 1 -> ", one of them reversed";
                    default -> ", %d of them reversed".formatted(scale.reversed().size());
                };
        return "%d items%s; at least %d answered"
                .formatted(scale.items().size(), reversed, scale.least());
    }

    private static Inline told(Finding finding, String name) {
        return switch (FigureText.apa(finding, name)) {
            case Printed.Said(String text) -> Inline.Told.of(text, finding.id());
            case Printed.Open(String why) -> new Inline.Open(why);
        };
    }

    private Optional<Finding> reliability(Scale scale) {
        return facts.byId().values().stream().filter(each -> isOf(each, scale)).findFirst();
    }

    private static boolean isOf(Finding finding, Scale scale) {
        return finding.shape() instanceof Shape.Reliability(Label of, _)
                && of.code().equals(scale.name());
    }
}
