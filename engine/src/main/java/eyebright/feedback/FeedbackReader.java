package eyebright.feedback;

import eyebright.plan.Entries;
import eyebright.plan.Let;
import eyebright.plan.LetReader;
import eyebright.plan.Plan;
import eyebright.plan.PlanExpressions;
import eyebright.plan.PlanReader;
import eyebright.plan.PlanVocabulary;
import eyebright.score.Scales;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads `feedback.yaml`.
public final class FeedbackReader {

    /// The name of the file.
    public static final String FILE = "feedback.yaml";

    /// What an entry begins with, each read in another way.
    private static final List<String> KEYS =
            List.of(
                    "people", "source", "let", "guess", "explore", "alike", "predict", "prepare",
                    "clients");

    private final Problems problems;
    private final List<Let> lets;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final int enough;
    private PlanVocabulary vocabulary;
    private Unit people = Feedback.PEOPLE;
    private Optional<Guess> guess = Optional.empty();
    private final List<Part> parts = new ArrayList<>();
    private final List<Alike> alike = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Preparation> preparations = new ArrayList<>();
    private Optional<ClientPage> clients = Optional.empty();

    private FeedbackReader(Plan plan, PlanVocabulary vocabulary, Problems problems) {
        this.lets = new ArrayList<>(plan.lets());
        this.enough = Math.max(Feedback.FEWEST, plan.respondents());
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /// What a folder gives back; [Feedback#NONE] where it has no `feedback.yaml`. What is faulty is left out
    /// and a problem.
    ///
    /// @param plan that of the folder, whose numbers may be read; an empty one if it has none
    public static Feedback read(
            Sources sources, Study study, Scales scales, Plan plan, Problems problems) {
        Optional<Node> root =
                sources.file(FILE).flatMap(text -> YamlFile.read(FILE, text, problems));
        if (root.isEmpty()) {
            return Feedback.NONE;
        }
        var vocabulary = new PlanVocabulary(study, scales, plan.lets(), plan.words());
        var reader = new FeedbackReader(plan, vocabulary, problems);
        List<Entry> entries =
                Entries.of(FILE, root.get(), problems).stream()
                        .flatMap(node -> reader.entry(node).stream())
                        .toList();
        // What others name is read first, wherever it stands.
        of("source", entries).forEach(reader::source);
        of("let", entries).forEach(fields -> reader.let(fields, study, scales, plan));
        var named =
                new Named(
                        new PlanExpressions(reader.vocabulary, problems),
                        reader.lets,
                        PlanReader.published(sources),
                        reader.sources);
        reader.all(entries, named);
        return reader.feedback();
    }

    /// An entry and what it begins with.
    private record Entry(String key, Fields fields) {}

    private static Stream<Fields> of(String key, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.key().equals(key)).map(Entry::fields);
    }

    private Optional<Entry> entry(Node node) {
        Optional<Fields> fields = Fields.of("an entry of feedback", node, problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = KEYS.stream().filter(fields.get().keys()::contains).toList();
        if (keys.size() != 1) {
            problems.add(
                    Rule.MISSING_KEY,
                    fields.get().place(),
                    "an entry of feedback must have one of "
                            + String.join(", ", KEYS)
                            + (keys.isEmpty() ? "" : ", not " + String.join(" and ", keys)),
                    keys.isEmpty()
                            ? "begin it with explore:, predict: or prepare:"
                            : "make an entry of each");
            return Optional.empty();
        }
        return Fields.of(thing(keys.getFirst()), node, problems)
                .map(read -> new Entry(keys.getFirst(), read));
    }

    private static String thing(String key) {
        return switch (key) {
            case "people" -> "feedback";
            case "source" -> "a source";
            case "let" -> "a number of feedback";
            case "guess" -> "a guess";
            case "explore" -> "a part";
            case "alike" -> "alike";
            case "predict" -> "a prediction";
            case "prepare" -> "a preparation";
            default -> "the page for clients";
        };
    }

    private void source(Fields fields) {
        Optional<String> id = Entries.id("source", "a source", fields, problems);
        Optional<String> called = fields.requiredText("called");
        Optional<String> cites = fields.requiredText("cites");
        Optional<String> doi = doi(fields);
        fields.finish();
        if (id.isEmpty() || called.isEmpty() || cites.isEmpty()) {
            return;
        }
        var source = new Source(id.get(), called.get(), cites.get(), doi);
        if (sources.putIfAbsent(source.id(), source) != null) {
            Entries.duplicate("source", "source", fields, source.id(), problems);
        }
    }

    private static Optional<String> doi(Fields fields) {
        Optional<Node.Scalar> doi = fields.scalar("doi");
        if (doi.isPresent() && !doi.get().value().matches("10\\.\\d{4,9}/[^\\s<>\"]{1,200}")) {
            fields.wrongValue("doi", doi.get(), "a DOI, such as 10.1037/a0031384");
            return Optional.empty();
        }
        return doi.map(Node.Scalar::value);
    }

    private void let(Fields fields, Study study, Scales scales, Plan plan) {
        new LetReader(new PlanExpressions(vocabulary, problems))
                .read(fields)
                .ifPresent(
                        let -> {
                            lets.add(let);
                            vocabulary = new PlanVocabulary(study, scales, lets, plan.words());
                        });
    }

    private void all(List<Entry> entries, Named named) {
        var shown = new ShownReader(named);
        var predicted = new PredictionReader(named);
        var texts = new TextReader(named);
        var others = new AlikeReader(named);
        for (Entry entry : entries) {
            Fields fields = entry.fields();
            switch (entry.key()) {
                case "people" -> once(entry, named, () -> people(fields, named));
                case "guess" ->
                        once(entry, named, () -> others.guess(fields).ifPresent(this::guess));
                case "clients" ->
                        once(entry, named, () -> texts.clients(fields).ifPresent(this::clients));
                case "explore" -> shown.part(fields).ifPresent(parts::add);
                case "alike" -> others.alike(fields).ifPresent(alike::add);
                case "predict" -> predicted.read(fields).ifPresent(predictions::add);
                case "prepare" -> texts.preparation(fields).ifPresent(preparations::add);
                default -> {}
            }
        }
    }

    /// Reads what may stand once.
    private static void once(Entry entry, Named named, Runnable read) {
        String key = entry.key();
        if (named.isFirst("an entry", key + ":", entry.fields().placeOf(key))) {
            read.run();
        }
    }

    private void people(Fields fields, Named named) {
        fields.required("people");
        named.unit(fields, "people").ifPresent(given -> people = given);
        fields.finish();
    }

    private void guess(Guess given) {
        guess = Optional.of(given);
    }

    private void clients(ClientPage given) {
        clients = Optional.of(given);
    }

    private Feedback feedback() {
        return new Feedback(
                people,
                enough,
                lets,
                List.copyOf(sources.values()),
                guess,
                parts,
                alike,
                predictions,
                preparations,
                clients);
    }
}
