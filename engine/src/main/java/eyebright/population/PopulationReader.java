package eyebright.population;

import eyebright.score.Scales;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `population.yaml`.
public final class PopulationReader {

    /// Where a population is declared.
    public static final String FILE = "population.yaml";

    private static final String PUBLISHED = "published.yaml";
    private static final String PLAN = "plan.yaml";

    /// What an entry begins with, each read in another way.
    private static final List<String> KEYS =
            List.of("variable", "hidden", "traits", "repeated", "skipping", "careless", "scenario");

    private final Problems problems;
    private final Declared declared;
    private final SingleReader singles;
    private final TraitsReader traits;
    private final RepeatedReader repeated;
    private final CareReader care;
    private final TraitWishes alphas;
    private final ShareWishes shares;
    private final PairWishes pairs;
    private final Set<String> claims;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byName = new LinkedHashMap<>();
    private final List<Fields> scenarios = new ArrayList<>();
    private final Map<String, Place> once = new HashMap<>();
    private Optional<Skipping> skipping = Optional.empty();
    private Optional<Carelessness> careless = Optional.empty();

    private PopulationReader(
            Sources sources, Study study, Scales scales, Node root, Problems problems) {
        this.problems = problems;
        this.declared = new Declared(study, scales, named(root), problems);
        var grounds = new GroundReader(ids(sources, PUBLISHED, "published"), problems);
        this.claims = ids(sources, PLAN, "claim");
        this.singles = new SingleReader(declared, grounds, problems);
        this.traits = new TraitsReader(declared, grounds, problems);
        this.repeated = new RepeatedReader(byName, declared, grounds, problems);
        this.care = new CareReader(grounds, problems);
        this.alphas = new TraitWishes(declared, problems);
        this.shares = new ShareWishes(problems);
        this.pairs = new PairWishes(declared, problems);
    }

    /// The population of a folder; [Population#EVEN] where it has no `population.yaml`. What is faulty is
    /// left out and a problem.
    ///
    /// @param scales those of the folder, whose names may be read and whose items show traits
    public static Population read(Sources sources, Study study, Scales scales, Problems problems) {
        Optional<Node> root =
                sources.file(FILE).flatMap(text -> YamlFile.read(FILE, text, problems));
        if (root.isEmpty()) {
            return Population.EVEN;
        }
        var reader = new PopulationReader(sources, study, scales, root.get(), problems);
        if (root.get() instanceof Node.Items items) {
            items.nodes().forEach(reader::entry);
        } else {
            problems.add(
                    Rule.WRONG_KIND,
                    root.get().place(),
                    "%s must be a list of entries, not %s".formatted(FILE, root.get().kind()),
                    "begin each with - variable: NAME");
        }
        return reader.population();
    }

    /// The ids that another file declares; what is wrong with that file is said by who reads it.
    private static Set<String> ids(Sources sources, String file, String key) {
        var ids = new HashSet<String>();
        Optional<Node> root =
                sources.file(file).flatMap(text -> YamlFile.read(file, text, new Problems()));
        if (root.isPresent() && root.get() instanceof Node.Items items) {
            for (Node node : items.nodes()) {
                scalar(node, key).ifPresent(ids::add);
            }
        }
        return ids;
    }

    private static Optional<String> scalar(Node node, String key) {
        return Fields.of("an entry", node, new Problems())
                .flatMap(fields -> fields.scalar(key))
                .map(Node.Scalar::value);
    }

    /// Every name that an entry declares, wherever it stands.
    private static Set<String> named(Node root) {
        var named = new HashSet<String>();
        if (root instanceof Node.Items items) {
            for (Node node : items.nodes()) {
                scalar(node, "variable").ifPresent(named::add);
                scalar(node, "hidden").ifPresent(named::add);
                for (Node.Entry trait : below(node, "traits")) {
                    named.add(trait.key());
                    below(trait.value(), "items").forEach(item -> named.add(item.key()));
                }
            }
        }
        return named;
    }

    private static List<Node.Entry> below(Node node, String key) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.key().equals(key) && entry.value() instanceof Node.Mapping found) {
                    return found.entries();
                }
            }
        }
        return List.of();
    }

    private void entry(Node node) {
        Optional<Fields> fields = Fields.of("an entry of the population", node, problems);
        if (fields.isEmpty()) {
            return;
        }
        List<String> keys = KEYS.stream().filter(fields.get().keys()::contains).toList();
        if (keys.size() != 1) {
            problems.add(
                    Rule.MISSING_KEY,
                    fields.get().place(),
                    "an entry must begin with one of "
                            + String.join(", ", KEYS)
                            + (keys.isEmpty() ? "" : ", not " + String.join(" and ", keys)),
                    keys.isEmpty() ? "begin it with variable: NAME" : "make an entry of each");
            return;
        }
        read(keys.getFirst(), named(keys.getFirst(), node));
        declared.endEntry();
    }

    /// The fields once more, under the name that their problems give them.
    private Fields named(String key, Node node) {
        String thing =
                switch (key) {
                    case "variable" -> "a margin";
                    case "hidden" -> "a hidden variable";
                    case "traits" -> "an entry of traits";
                    case "repeated" -> "a repeated measure";
                    case "scenario" -> "a scenario";
                    default -> key;
                };
        return Fields.of(thing, node, problems).orElseThrow();
    }

    private void read(String key, Fields fields) {
        switch (key) {
            case "variable" -> singles.variable(fields).ifPresent(this::add);
            case "hidden" -> singles.hidden(fields).ifPresent(this::add);
            case "traits" -> traits.read(fields).ifPresent(this::add);
            case "repeated" -> repeated.read(fields).ifPresent(this::add);
            case "skipping" -> {
                if (isFirst(key, fields)) {
                    skipping = care.skipping(fields);
                }
            }
            case "careless" -> {
                if (isFirst(key, fields)) {
                    careless = care.careless(fields);
                }
            }
            default -> scenarios.add(fields);
        }
    }

    private boolean isFirst(String key, Fields fields) {
        Place place = fields.placeOf(key);
        Place first = once.putIfAbsent(key, place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "\"%s\" is declared twice; it stands first in line %d"
                            .formatted(key, first.line()),
                    "take one of the two out");
        }
        return first == null;
    }

    private void add(Entry entry) {
        entries.add(entry);
        entry.names().forEach(name -> byName.put(name, entry));
        shares.know(entry);
        pairs.know(entry);
        shares.arePossible(entry);
        pairs.arePossible(entry);
        if (entry instanceof Entry.Repeated measured) {
            measured.measures().keySet().forEach(name -> byName.putIfAbsent(name, entry));
        }
    }

    private Population population() {
        var reader = new ScenarioReader(byName, declared, claims, problems);
        var changes = new ArrayList<ScenarioChange>();
        for (Fields scenario : scenarios) {
            reader.read(scenario).filter(this::isPossible).ifPresent(changes::add);
        }
        return new Population(entries, skipping, careless, changes);
    }

    /// Whether what a scenario changes can be; else problems at its effects.
    private boolean isPossible(ScenarioChange change) {
        Population changed =
                new Population(entries, Optional.empty(), Optional.empty(), List.of(change))
                        .under(change.scenario());
        List<String> names = change.changes().stream().map(Change::name).toList();
        var sharesThen = new ShareWishes(problems);
        var pairsThen = new PairWishes(declared, problems);
        boolean isPossible = true;
        for (Entry entry : changed.entries()) {
            sharesThen.know(entry);
            pairsThen.know(entry);
            if (entry.names().stream().noneMatch(names::contains)) {
                continue;
            }
            isPossible &= sharesThen.arePossible(entry) && pairsThen.arePossible(entry);
            if (entry instanceof Entry.Traits(var traitsThen, var correlations, _, _)) {
                for (Trait trait : traitsThen) {
                    isPossible &= alphas.isPossible(trait, change.place());
                }
                isPossible &= alphas.arePossible(traitsThen, correlations, change.place());
            }
        }
        return isPossible;
    }
}
