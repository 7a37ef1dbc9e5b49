package eyebright.manuscript;

import eyebright.analysis.Finding;
import eyebright.article.FigureText;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads what stands between two braces: `ever.answer`, `experience.wald[years / 10].apa`, `published.ever`,
/// `no-gender-difference.direction: more|fewer|no clear difference`.
final class SlotReader {

    private static final Map<String, Slot.Word> WORDS = words(Slot.Word.values());
    private static final Map<String, Slot.Fact> FACTS = words(Slot.Fact.values());
    private static final Map<String, Slot.Part> PARTS = words(Slot.Part.values());
    private static final Map<String, Slot.Form> FORMS = words(Slot.Form.values());
    private static final int ALTERNATIVES = 3;

    private final Vocabulary known;
    private final Problems problems;

    SlotReader(Vocabulary known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        return Arrays.stream(constants).collect(Collectors.toMap(Slot::word, Function.identity()));
    }

    /// The slot; empty if it names nothing, and then a problem says so.
    ///
    /// @param place asked for only if there is a problem: finding it takes a look at the whole text
    Optional<Slot> read(String text, Supplier<Place> place) {
        int colon = text.indexOf(':');
        String path = (colon < 0 ? text : text.substring(0, colon)).strip();
        List<String> words =
                colon < 0
                        ? List.of()
                        : Arrays.stream(text.substring(colon + 1).split("\\|", -1))
                                .map(String::strip)
                                .toList();
        Slot.Part part = PARTS.get(path);
        if (part != null && words.isEmpty()) {
            return Optional.of(new Slot.OfPart(part));
        }
        if (path.startsWith("study.")) {
            return fact(path.substring("study.".length()), place);
        }
        if (path.startsWith("published.")) {
            return published(path.substring("published.".length()), place);
        }
        Optional<Finding> finding = known.finding(path);
        if (finding.isPresent() && path.length() > finding.get().id().length()) {
            return ofClaim(
                    finding.get(), path.substring(finding.get().id().length() + 1), words, place);
        }
        if (finding.isPresent()) {
            unknown(
                    place,
                    "\"%s\" does not say what of the finding is meant".formatted(path),
                    "write {{%s.answer}}, or a figure such as {{%s.%s}}"
                            .formatted(path, path, first(finding.get()).orElse("n")));
            return Optional.empty();
        }
        var candidates = new ArrayList<>(known.claims());
        candidates.addAll(PARTS.keySet());
        String claim = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        unknown(
                place,
                "\"%s\" is not a claim of the plan".formatted(Fields.shortened(claim))
                        + nearest(claim, candidates),
                "name a claim, published.ID, study.FACT, or one of "
                        + String.join(", ", PARTS.keySet().stream().sorted().toList()));
        return Optional.empty();
    }

    private Optional<Slot> fact(String word, Supplier<Place> place) {
        Slot.Fact fact = FACTS.get(word);
        if (fact == null) {
            unknown(
                    place,
                    "\"study.%s\" is nothing that is known of a study"
                                    .formatted(Fields.shortened(word))
                            + nearest(word, FACTS.keySet()),
                    "write one of "
                            + FACTS.keySet().stream()
                                    .sorted()
                                    .map("study."::concat)
                                    .collect(Collectors.joining(", ")));
        }
        return Optional.ofNullable(fact).map(Slot.OfStudy::new);
    }

    private Optional<Slot> published(String id, Supplier<Place> place) {
        if (known.published(id).isPresent()) {
            return Optional.of(new Slot.OfPublished(id));
        }
        problems.add(
                Rule.UNKNOWN_ORIGINAL,
                place.get(),
                "published.yaml holds no figure \"%s\"".formatted(Fields.shortened(id))
                        + nearest(id, known.published()),
                "add it to published.yaml with its source");
        return Optional.empty();
    }

    private Optional<Slot> ofClaim(
            Finding finding, String rest, List<String> words, Supplier<Place> place) {
        return asked(finding, rest, words, place)
                .map(asked -> new Slot.OfClaim(finding.id(), asked));
    }

    private Optional<Slot.Asked> asked(
            Finding finding, String rest, List<String> words, Supplier<Place> place) {
        if (rest.equals("verdict") && !words.isEmpty()) {
            return isThree("verdict", words, "it holds|it does not|open", place)
                    ? Optional.of(new Slot.Asked.Outcome(words))
                    : Optional.empty();
        }
        if (rest.equals("direction") || rest.endsWith(".direction")) {
            Optional<String> name =
                    rest.equals("direction")
                            ? sided(finding)
                            : Optional.of(rest.substring(0, rest.lastIndexOf('.')));
            return direction(finding, name, words, place);
        }
        Slot.Word word = WORDS.get(rest);
        if (word != null && words.isEmpty()) {
            return Optional.of(new Slot.Asked.Words(word));
        }
        int dot = rest.lastIndexOf('.');
        Slot.Form form = dot < 0 ? null : FORMS.get(rest.substring(dot + 1));
        String name = form == null ? rest : rest.substring(0, dot);
        return isFigure(finding, name, place)
                ? Optional.of(
                        new Slot.Asked.Figure(
                                name, Optional.ofNullable(form).orElse(Slot.Form.VALUE)))
                : Optional.empty();
    }

    private Optional<Slot.Asked> direction(
            Finding finding, Optional<String> name, List<String> words, Supplier<Place> place) {
        if (name.isEmpty()
                || !isFigure(finding, name.get(), place)
                || !isThree("direction", words, "more|fewer|no clear difference", place)) {
            return Optional.empty();
        }
        if (!FigureText.hasSides(finding, name.get())) {
            unknown(
                    place,
                    "%s of %s has no direction: nothing says how much would be none"
                            .formatted(name.get(), finding.id()),
                    "take the direction of a difference, a ratio or a correlation");
            return Optional.empty();
        }
        return Optional.of(new Slot.Asked.Direction(name.get(), words));
    }

    private boolean isThree(
            String word, List<String> words, String example, Supplier<Place> place) {
        if (words.size() == ALTERNATIVES && words.stream().noneMatch(String::isBlank)) {
            return true;
        }
        unknown(
                place,
                "%s must choose among three words, not %d".formatted(word, words.size()),
                "write %s: %s".formatted(word, example));
        return false;
    }

    private boolean isFigure(Finding finding, String name, Supplier<Place> place) {
        if (known.has(finding, name)) {
            return true;
        }
        var candidates = new ArrayList<>(known.figures(finding));
        candidates.addAll(WORDS.keySet());
        unknown(
                place,
                "%s has no figure \"%s\"".formatted(finding.id(), Fields.shortened(name))
                        + nearest(name, candidates),
                "write one of " + shortList(candidates));
        return false;
    }

    private static String shortList(List<String> names) {
        int most = 12;
        return names.stream().limit(most).collect(Collectors.joining(", "))
                + (names.size() > most ? ", …" : "");
    }

    private static Optional<String> first(Finding finding) {
        return finding.estimates().stream().findFirst().map(each -> each.name());
    }

    /// The first estimate with a side on which there is more; the first of all where none has.
    private static Optional<String> sided(Finding finding) {
        return finding.estimates().stream()
                .map(each -> each.name())
                .filter(name -> FigureText.hasSides(finding, name))
                .findFirst()
                .or(() -> first(finding));
    }

    private static String nearest(String word, Collection<String> candidates) {
        return Nearest.to(word, candidates).map("; nearest is \"%s\""::formatted).orElse("");
    }

    private void unknown(Supplier<Place> place, String problem, String fix) {
        problems.add(Rule.UNKNOWN_PLACEHOLDER, place.get(), problem, fix);
    }
}
