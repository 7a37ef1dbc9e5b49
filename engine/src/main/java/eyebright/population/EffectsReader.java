package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads effects: `odds: {experience: 1.03 per year, gender.woman: 1.4}`.
final class EffectsReader {

    private static final Pattern STRENGTH =
            Pattern.compile(
                    "(%1$s)(?:\\s+points?)?(\\s+per\\s+(?:(%1$s)\\s+)?(\\p{L}[\\p{L} _-]*))?"
                            .formatted(Figures.NUMBER));

    private final TermReader terms;
    private final Problems problems;

    EffectsReader(Declared declared, Problems problems) {
        this.terms = new TermReader(declared, problems);
        this.problems = problems;
    }

    /// The effects on one variable.
    List<Effect> of(Fields fields, String name, Taking taking) {
        var read = new ArrayList<Effect>();
        var seen = new HashMap<String, Place>();
        for (Measure measure : Measure.values()) {
            fields.node(measure.word())
                    .filter(_ -> takes(fields, name, taking, measure))
                    .ifPresent(node -> read.addAll(effects(node, name, taking, measure, seen)));
        }
        return read;
    }

    /// The effects on each part of something: options of a several-of, or traits.
    ///
    /// @param part what a part is called in problems
    /// @param parts the names of those there are
    Map<String, List<Effect>> ofParts(
            Fields fields, String name, Taking taking, String part, List<String> parts) {
        var read = new LinkedHashMap<String, List<Effect>>();
        var seen = new HashMap<String, Map<String, Place>>();
        for (Measure measure : Measure.values()) {
            Optional<Node> node = fields.node(measure.word());
            if (node.isEmpty() || !takes(fields, name, taking, measure)) {
                continue;
            }
            if (!(node.get() instanceof Node.Mapping mapping)) {
                notMapping(node.get(), measure, "{%s: {VARIABLE: 1.2}}".formatted(part));
                continue;
            }
            for (Node.Entry entry : mapping.entries()) {
                if (!parts.contains(entry.key())) {
                    noPart(entry, part, parts);
                    continue;
                }
                read.computeIfAbsent(entry.key(), _ -> new ArrayList<>())
                        .addAll(
                                effects(
                                        entry.value(),
                                        entry.key(),
                                        taking,
                                        measure,
                                        seen.computeIfAbsent(entry.key(), _ -> new HashMap<>())));
            }
        }
        return read;
    }

    private void noPart(Node.Entry entry, String part, List<String> parts) {
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                entry.keyPlace(),
                "no %s \"%s\" here; there are %s"
                        .formatted(part, Fields.shortened(entry.key()), String.join(", ", parts)),
                Nearest.to(entry.key(), parts)
                        .map(near -> "write " + near)
                        .orElse("begin with the %s on which it acts".formatted(part)));
    }

    private boolean takes(Fields fields, String name, Taking taking, Measure measure) {
        if (taking.measures().contains(measure)) {
            return true;
        }
        problems.add(
                Rule.WRONG_EFFECT,
                fields.placeOf(measure.word()),
                "%s cannot act on %s, %s".formatted(measure.word(), name, taking.words()),
                taking == Taking.UNORDERED
                        ? "add order: [CODE, CODE, …], from the lowest to the highest"
                        : "write " + words(taking.measures().stream()));
        return false;
    }

    private static String words(Stream<Measure> measures) {
        return measures.map(Measure::word).collect(Collectors.joining(" or "));
    }

    private List<Effect> effects(
            Node node, String name, Taking taking, Measure measure, Map<String, Place> seen) {
        if (!(node instanceof Node.Mapping mapping)) {
            notMapping(node, measure, "{VARIABLE: 1.2, QUESTION.OPTION: 1.4}");
            return List.of();
        }
        var effects = new ArrayList<Effect>();
        for (Node.Entry entry : mapping.entries()) {
            effect(entry, taking, measure)
                    .filter(effect -> isFirst(effect, name, seen))
                    .ifPresent(effects::add);
        }
        return effects;
    }

    private boolean isFirst(Effect effect, String name, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(effect.term().text(), effect.place());
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    effect.place(),
                    "two effects of %s on %s; the first stands in line %d"
                            .formatted(effect.term().text(), name, first.line()),
                    "keep one of the two");
        }
        return first == null;
    }

    private void notMapping(Node node, Measure measure, String form) {
        problems.add(
                Rule.WRONG_KIND,
                node.place(),
                "%s must be a mapping of what it reads to its strength, not %s"
                        .formatted(measure.word(), node.kind()),
                "write %s: %s".formatted(measure.word(), form));
    }

    private Optional<Effect> effect(Node.Entry entry, Taking taking, Measure measure) {
        String example = example(measure);
        if (!(entry.value() instanceof Node.Scalar scalar)) {
            problems.add(
                    Rule.WRONG_KIND,
                    entry.value().place(),
                    "%s of %s must be a number, not %s"
                            .formatted(measure.word(), entry.key(), entry.value().kind()),
                    "write " + example);
            return Optional.empty();
        }
        Matcher strength = STRENGTH.matcher(scalar.value());
        if (!strength.matches() || !isInRange(measure, Double.parseDouble(strength.group(1)))) {
            problems.add(
                    Rule.WRONG_VALUE,
                    scalar.place(),
                    "%s of %s must be %s, not \"%s\""
                            .formatted(
                                    measure.word(),
                                    entry.key(),
                                    range(measure),
                                    Fields.shortened(scalar.value())),
                    "write " + example);
            return Optional.empty();
        }
        Optional<Term.Per> per = per(scalar, strength);
        if (per.isEmpty()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(strength.group(1));
        double value = measure == Measure.POINTS ? number / 100 : number;
        boolean hasPer = strength.group(2) != null;
        return terms.read(entry, per.get())
                .filter(term -> fits(term, taking, measure, hasPer, entry, scalar))
                .map(term -> new Effect(measure, value, term, entry.keyPlace()));
    }

    private Optional<Term.Per> per(Node.Scalar scalar, Matcher strength) {
        if (strength.group(2) == null) {
            return Optional.of(new Term.Per.Units(1));
        }
        boolean isDeviation = strength.group(4).equals("sd");
        double units = strength.group(3) == null ? 1 : Double.parseDouble(strength.group(3));
        if (units > 0 && !(isDeviation && strength.group(3) != null)) {
            return Optional.of(isDeviation ? new Term.Per.Deviation() : new Term.Per.Units(units));
        }
        problems.add(
                Rule.WRONG_VALUE,
                scalar.place(),
                "per must be followed by sd, a unit, or a number above 0 and a unit, not \"%s\""
                        .formatted(Fields.shortened(scalar.value())),
                "write per year, per 10 years or per sd");
        return Optional.empty();
    }

    /// Whether that measure can be read of a number, or of options.
    private boolean fits(
            Term term,
            Taking taking,
            Measure measure,
            boolean hasPer,
            Node.Entry entry,
            Node.Scalar scalar) {
        boolean isChosen = term instanceof Term.Chosen;
        if (!isRead(measure, isChosen)) {
            problems.add(
                    Rule.WRONG_EFFECT,
                    entry.keyPlace(),
                    isChosen
                            ? "%s needs a number, and %s is an option"
                                    .formatted(measure.word(), term.text())
                            : "%s needs those who chose an option, and %s is a number"
                                    .formatted(measure.word(), term.text()),
                    "write "
                            + words(
                                    taking.measures().stream()
                                            .filter(other -> isRead(other, isChosen))));
            return false;
        }
        if (hasPer && (isChosen || measure == Measure.R)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    scalar.place(),
                    "%s of %s has no \"per\", for %s"
                            .formatted(
                                    measure.word(),
                                    term.text(),
                                    isChosen ? "it is an option" : "a correlation has no unit"),
                    "write the number alone");
            return false;
        }
        return true;
    }

    private static boolean isRead(Measure measure, boolean ofOption) {
        return switch (measure) {
            case ODDS, RATE, SLOPE -> true;
            case POINTS, D -> ofOption;
            case R -> !ofOption;
        };
    }

    private static boolean isInRange(Measure measure, double number) {
        return switch (measure) {
            case ODDS, RATE -> number >= 0.001 && number <= 1000;
            case POINTS -> StrictMath.abs(number) <= 100;
            case D -> StrictMath.abs(number) <= 10;
            case SLOPE -> true;
            case R -> StrictMath.abs(number) < 1;
        };
    }

    private static String range(Measure measure) {
        return switch (measure) {
            case ODDS, RATE -> "a ratio from 0.001 to 1000";
            case POINTS -> "points from -100 to 100";
            case D -> "a number from -10 to 10";
            case SLOPE -> "a number";
            case R -> "a number above -1 and below 1";
        };
    }

    private static String example(Measure measure) {
        return switch (measure) {
            case ODDS -> "an odds ratio such as 1.4, or 1.03 per year";
            case RATE -> "a rate ratio such as 2, or 0.9 per 10 years";
            case POINTS -> "percentage points such as 3";
            case D -> "a standardised difference such as 0.3";
            case SLOPE -> "a difference such as 0.2 per year";
            case R -> "a correlation such as .08";
        };
    }
}
