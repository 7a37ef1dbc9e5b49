package eyebright.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads a YAML text into [Node]s with places. The parser is hidden here.
///
/// The text may be hostile: levels are counted before a tree is made of it, and aliases are counted
/// as often as they are used.
public final class YamlFile {

    static final int MOST_LEVELS = 16;
    static final int MOST_ALIASES = 50;
    static final int MOST_NODES = 200_000;

    private final String file;
    private final Problems problems;
    private int nodes;
    private boolean tooLarge;

    private YamlFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The root of a text; empty if it is no YAML or too deep, and then a problem says so.
    ///
    /// @param file the file's name, for places
    public static Optional<Node> read(String file, String text, Problems problems) {
        return new YamlFile(file, problems).root(text);
    }

    private Optional<Node> root(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setUseMarks(true)
                        .setAllowDuplicateKeys(true)
                        .setCodePointLimit(FolderReader.MOST_BYTES)
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        // In one piece: between two pieces the parser (2.10) has no room for the
                        // second half of a character.
                        .setBufferSize(text.length())
                        .build();
        try {
            var parser = new ParserImpl(settings, new StreamReader(settings, text));
            Optional<org.snakeyaml.engine.v2.nodes.Node> composed =
                    new Composer(settings, new BoundedParser(parser, MOST_LEVELS, MOST_ALIASES))
                            .getSingleNode();
            if (composed.isEmpty()) {
                problems.add(
                        Rule.NOT_YAML,
                        Place.start(file),
                        "%s is empty".formatted(file),
                        "write it as the guide shows, or delete the file");
                return Optional.empty();
            }
            Node node = node(composed.get(), 1);
            return tooLarge ? Optional.empty() : Optional.of(node);
        } catch (BoundedParser.OutOfBoundsException found) {
            Place place = place(found.event().getStartMark());
            switch (found.bound()) {
                case LEVELS ->
                        tooDeep(
                                place,
                                "lists and mappings must be nested at most %d deep"
                                        .formatted(MOST_LEVELS));
                case ALIASES ->
                        tooDeep(
                                place,
                                "a file must use at most %d aliases of lists and mappings"
                                        .formatted(MOST_ALIASES));
                case DOCUMENTS ->
                        problems.add(
                                Rule.NOT_YAML,
                                place,
                                "%s must be one document; a second one begins here".formatted(file),
                                "delete the --- above it");
            }
            return Optional.empty();
        } catch (MarkedYamlEngineException marked) {
            problems.add(
                    Rule.NOT_YAML,
                    place(marked.getProblemMark()),
                    "this is no YAML: " + Characters.visible(words(marked)),
                    "check quotes, colons and indentation here and in the line above");
            return Optional.empty();
        } catch (YamlEngineException other) {
            problems.add(
                    Rule.NOT_YAML,
                    Place.start(file),
                    "this is no YAML: " + firstLine(other),
                    "check quotes, colons and indentation");
            return Optional.empty();
        }
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node, int level) {
        Place place = place(node.getStartMark());
        if (tooLarge || ++nodes > MOST_NODES || level > MOST_LEVELS) {
            if (!tooLarge) {
                tooLarge = true;
                tooDeep(
                        place,
                        String.format(
                                Locale.ROOT,
                                "a file must hold at most %,d values at most %d deep, aliases counted as often as used",
                                MOST_NODES,
                                MOST_LEVELS));
            }
            return new Node.Scalar(place, "", false, false);
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, place);
            case SequenceNode sequence -> {
                var list = new ArrayList<Node>();
                for (org.snakeyaml.engine.v2.nodes.Node each : sequence.getValue()) {
                    list.add(node(each, level + 1));
                }
                yield new Node.Items(place, list);
            }
            case MappingNode mapping -> new Node.Mapping(place, entries(mapping, level));
            default -> throw new IllegalStateException("no such node: " + node.getNodeType());
        };
    }

    private Node.Scalar scalar(ScalarNode scalar, Place place) {
        String value = known(scalar.getValue(), place);
        boolean quoted =
                scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        int length = value.codePointCount(0, value.length()) + (quoted ? 2 : 0);
        boolean isAsWritten =
                scalar.getStartMark().isPresent()
                        && scalar.getEndMark().isPresent()
                        && scalar.getEndMark().get().getIndex()
                                        - scalar.getStartMark().get().getIndex()
                                == length;
        return new Node.Scalar(place, value, quoted, !isAsWritten);
    }

    /// Escapes such as `"\x1b"` bring in what the reader of the file could not see. Nothing further
    /// sees it either, because what problems name is printed in a terminal.
    private String known(String value, Place place) {
        OptionalInt stranger = Characters.stranger(value);
        if (stranger.isEmpty()) {
            return value;
        }
        Characters.problem(stranger.getAsInt(), place, problems);
        return Characters.visible(value);
    }

    private List<Node.Entry> entries(MappingNode mapping, int level) {
        var entries = new ArrayList<Node.Entry>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(
                        Rule.WRONG_KIND,
                        place,
                        "a key must be a word, not a list or a mapping",
                        "write a word and a colon");
                continue;
            }
            String name = known(key.getValue(), place);
            Place first = seen.putIfAbsent(name, place);
            if (first != null) {
                problems.add(
                        Rule.DUPLICATE_KEY,
                        place,
                        "key \"%s\" stands twice; it stands first in line %d"
                                .formatted(name, first.line()),
                        "delete one of the two");
                continue;
            }
            entries.add(new Node.Entry(name, place, node(tuple.getValueNode(), level + 1)));
        }
        return entries;
    }

    private void tooDeep(Place place, String problem) {
        problems.add(Rule.TOO_DEEP, place, problem, "write it flat, without aliases");
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Place.start(file));
    }

    /// What the parser says; it leaves out either part without notice.
    private static String words(MarkedYamlEngineException marked) {
        String problem = Objects.toString(marked.getProblem(), "").strip();
        String context = Objects.toString(marked.getContext(), "").strip();
        if (problem.isEmpty()) {
            return context.isEmpty() ? "it does not read" : context;
        }
        return context.isEmpty() ? problem : problem + " (" + context + ")";
    }

    private static String firstLine(YamlEngineException fault) {
        String message = fault.getMessage();
        return message == null
                ? "it does not read"
                : Characters.visible(message.lines().findFirst().orElse(""));
    }
}
