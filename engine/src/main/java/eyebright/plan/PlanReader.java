package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.score.Scales;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Option;
import eyebright.study.Study;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads `plan.yaml` and `published.yaml`.
public final class PlanReader {

    private static final String FILE = "plan.yaml";
    private static final int MOST_RESPONDENTS = 10_000_000;
    private static final int MOST_LETS = 200;
    private static final double MOST_ALPHA = 0.2;

    private final Study study;
    private final Scales scales;
    private final List<Let> lets = new ArrayList<>();
    private PlanVocabulary vocabulary;
    private final Map<String, Published> published;
    private final Problems problems;
    private final List<Claim> claims = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private String name;
    private int respondents;
    private Optional<String> stopping = Optional.empty();
    private double level = Plan.DEFAULT_LEVEL;
    private double alpha = Plan.DEFAULT_ALPHA;
    private final Set<String> simultaneous = new LinkedHashSet<>();
    private List<Node.Scalar> simultaneousNames = List.of();
    private final Set<String> families = new LinkedHashSet<>();
    private final Map<String, Words.Word> words = new LinkedHashMap<>();

    private PlanReader(
            Study study, Scales scales, Map<String, Published> published, Problems problems) {
        this.study = study;
        this.scales = scales;
        this.vocabulary = new PlanVocabulary(study, scales, List.of(), Words.NONE);
        this.published = published;
        this.problems = problems;
        this.name = study.name();
    }

    /// The plan of a folder; what is wrong with it is a problem, and the claims it is wrong with are left
    /// out.
    ///
    /// @return the plan; empty if the folder has no `plan.yaml`, or one that is no YAML
    public static Optional<Plan> read(
            Sources sources, Study study, Scales scales, Problems problems) {
        Map<String, Published> published = PublishedReader.read(sources, problems);
        var reader = new PlanReader(study, scales, published, problems);
        return sources.file(FILE)
                .flatMap(text -> YamlFile.read(FILE, text, problems))
                .map(reader::plan);
    }

    /// The published figures of a folder by id, whether or not it has a plan. What is wrong with them is said
    /// by [#read].
    public static Map<String, Published> published(Sources sources) {
        return PublishedReader.read(sources, new Problems());
    }

    private Plan plan(Node root) {
        List<Node> nodes = Entries.of(FILE, root, problems);
        // A claim may read a number that is made below it.
        lets(nodes.stream().filter(node -> isOf("let", node)).toList());
        for (int i = 0; i < nodes.size(); i++) {
            entry(nodes.get(i), i == 0);
        }
        simultaneousNames.forEach(this::simultaneous);
        nodes.stream().filter(node -> isOf("words", node)).forEach(this::words);
        return new Plan(
                name,
                respondents,
                level,
                alpha,
                simultaneous,
                claims,
                lets,
                new Words(words),
                List.copyOf(published.values()),
                scales,
                Exclusions.of(study),
                stopping);
    }

    private void entry(Node node, boolean isFirst) {
        if (isOf("let", node) || isOf("words", node)) {
            return;
        }
        boolean isPlan = isOf("plan", node);
        Optional<Fields> fields = Fields.of(isPlan ? "the plan" : "a claim", node, problems);
        if (fields.isEmpty()) {
            return;
        }
        if (!isPlan) {
            claim(fields.get());
        } else if (isFirst) {
            header(fields.get());
        } else {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.get().placeOf("plan"),
                    "the plan itself must be the first entry, once",
                    "move it to the top, or delete it");
        }
    }

    private static boolean isOf(String key, Node node) {
        return node instanceof Node.Mapping(_, List<Node.Entry> entries)
                && entries.stream().anyMatch(entry -> entry.key().equals(key));
    }

    private void lets(List<Node> nodes) {
        if (nodes.size() > MOST_LETS) {
            problems.add(
                    Rule.TOO_LARGE,
                    nodes.get(MOST_LETS).place(),
                    "a plan must make at most %d numbers, not %d"
                            .formatted(MOST_LETS, nodes.size()),
                    "make fewer of them");
            return;
        }
        nodes.forEach(this::let);
    }

    private void let(Node node) {
        Fields.of("a number of the plan", node, problems)
                .flatMap(new LetReader(new PlanExpressions(vocabulary, problems))::read)
                .ifPresent(
                        let -> {
                            lets.add(let);
                            vocabulary = new PlanVocabulary(study, scales, lets, Words.NONE);
                        });
    }

    /// Read last: words may name what a claim matches.
    private void words(Node node) {
        List<String> matched =
                claims.stream()
                        .flatMap(
                                claim ->
                                        Stream.concat(
                                                Stream.of(claim.analysis()),
                                                claim.beside().stream().map(Companion::analysis)))
                        .flatMap(
                                analysis ->
                                        analysis instanceof Analysis.Matched matching
                                                ? matching.predictors().stream()
                                                : Stream.empty())
                        .map(Analysis.Both::name)
                        .distinct()
                        .toList();
        Fields.of("words of the plan", node, problems)
                .ifPresent(
                        fields ->
                                new WordsReader(new PlanExpressions(vocabulary, problems), words)
                                        .read(fields, matched));
    }

    private void header(Fields fields) {
        Entries.id("plan", fields, problems).ifPresent(given -> name = given);
        fields.integer("respondents", 0, MOST_RESPONDENTS).ifPresent(given -> respondents = given);
        stopping = fields.text("stopping");
        fields.node("level").ifPresent(this::level);
        fields.node("alpha").ifPresent(this::alpha);
        simultaneousNames = fields.scalars("simultaneous");
        fields.finish();
    }

    /// Said after all claims are read, since they name the families.
    private void simultaneous(Node.Scalar family) {
        if (families.contains(family.value())) {
            simultaneous.add(family.value());
            return;
        }
        new PlanExpressions(vocabulary, problems)
                .unknown("family", family.value(), family.place(), List.copyOf(families));
    }

    private void level(Node node) {
        Optional<BigDecimal> percent = Measures.percent("level of the plan", node, problems);
        if (percent.isEmpty()) {
            return;
        }
        double given = percent.get().movePointLeft(2).doubleValue();
        if (given >= 0.5 && given < 1) {
            level = given;
            return;
        }
        problems.add(
                Rule.WRONG_VALUE,
                node.place(),
                "level of the plan must be 50%% or more and below 100%%, not %s%%"
                        .formatted(percent.get().toPlainString()),
                "write level: 95%");
    }

    private void alpha(Node node) {
        Optional<BigDecimal> percent = Measures.percent("alpha of the plan", node, problems);
        if (percent.isEmpty()) {
            return;
        }
        double given = percent.get().movePointLeft(2).doubleValue();
        if (given > 0 && given <= MOST_ALPHA) {
            alpha = given;
            return;
        }
        problems.add(
                Rule.WRONG_VALUE,
                node.place(),
                "alpha of the plan must be above 0%% and at most 20%%, not %s%%"
                        .formatted(percent.get().toPlainString()),
                "write alpha: 5%");
    }

    private void claim(Fields fields) {
        Optional<String> id = Entries.id("claim", fields, problems);
        Optional<String> asks = fields.requiredText("asks");
        Optional<String> says = fields.requiredText("says");
        boolean primary = fields.flag("primary");
        Optional<String> family = fields.text("family");
        family.ifPresent(families::add);
        var expressions = new PlanExpressions(vocabulary, problems);
        Optional<Analysis> analysis = new AnalysisReader(expressions).read(fields);
        boolean hasAmong = fields.has("among");
        Optional<Expression> among = expressions.condition(fields, "among");
        List<String> options = optionCodes(analysis);
        List<Companion> beside = new CompanionsReader(expressions).read(fields);
        ExpectationReader.Declared expects =
                new ExpectationReader(options, beside, problems).read(fields, analysis);
        Originals originals =
                OriginalReader.read(
                        fields,
                        options,
                        beside.stream().map(Companion::name).toList(),
                        published,
                        problems);
        Optional<String> notes = fields.text("notes");
        fields.finish();
        if (id.isPresent() && !ids.add(id.get())) {
            Entries.duplicate("claim", "claim", fields, id.get(), problems);
            return;
        }
        if (id.isPresent()
                && asks.isPresent()
                && says.isPresent()
                && analysis.isPresent()
                && hasAmong == among.isPresent()) {
            claims.add(
                    new Claim(
                            id.get(),
                            asks.get(),
                            says.get(),
                            primary,
                            family,
                            analysis.get(),
                            among,
                            expects.rule(),
                            expects.also(),
                            originals,
                            beside,
                            notes));
        }
    }

    private List<String> optionCodes(Optional<Analysis> analysis) {
        return analysis.map(
                        each ->
                                each instanceof Analysis.Shares(String variable)
                                        ? vocabulary.options(variable).stream()
                                                .map(Option::code)
                                                .toList()
                                        : List.<String>of())
                .orElse(List.of());
    }
}
