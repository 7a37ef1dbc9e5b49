package eyebright.freeze;

import eyebright.freeze.PlanParts.Part;
import java.util.Optional;

/// A changed line of a plan in plain words.
final class PartWords {

    private PartWords() {}

    static String of(Part part, String keyword, Change change) {
        if (part.kind().equals("claim")) {
            return claim(part.name(), keyword, change);
        }
        String of = named(part);
        return change.of(
                switch (keyword) {
                    case "is" -> of;
                    case "items" -> "the list of items of " + of;
                    case "reversed" -> "the list of reversed items of " + of;
                    case "least" -> "the fewest answered items of " + of;
                    case "score" -> "the way of scoring " + of;
                    case "if" -> "the condition of " + of;
                    case "scales" -> "the list of scales of " + of;
                    case "bound" -> "the bound of " + of;
                    default -> "“%s” of %s".formatted(keyword, of);
                });
    }

    /// What a scale, a flag, a number or words are called.
    static String named(Part part) {
        return switch (part.kind()) {
            case "scale" -> "the scale " + part.name();
            case "flag" -> "the flag " + part.name();
            case "careless" -> "the flag of careless answers " + part.name();
            case "let" -> "the number " + part.name();
            case "words" -> "what sentences call " + part.name();
            default -> part.kind() + " " + part.name();
        };
    }

    private static String claim(String id, String keyword, Change change) {
        return switch (keyword) {
            case "asks" -> change.of("the question of " + id);
            case "says" -> change.of("what %s claims".formatted(id));
            case "analysis" -> change.of("the analysis of " + id);
            case "notes" -> change.of("the note of " + id);
            case "expects" -> rule(id, change);
            case "primary" ->
                    change.is().isPresent()
                            ? id + " was not primary and is now"
                            : id + " was primary and is no longer";
            case "family" -> family(id, change);
            case "among" -> among(id, change);
            case "original", "original-words", "source" ->
                    change.of("the published figure of " + id);
            case "beside" -> change.of("the list of further analyses of " + id);
            default -> change.of("“%s” of %s".formatted(keyword, id));
        };
    }

    private static String family(String id, Change change) {
        if (change.was().isEmpty()) {
            return "%s was in no family and is now in %s".formatted(id, change.is().orElse(""));
        }
        return change.is()
                .map(
                        now ->
                                "%s was in the family %s and is now in %s"
                                        .formatted(id, change.was().get(), now))
                .orElseGet(
                        () ->
                                "%s was in the family %s and is now in none"
                                        .formatted(id, change.was().get()));
    }

    private static String among(String id, Change change) {
        String whom = "“%s”";
        return "%s was about %s and is now about %s"
                .formatted(
                        id,
                        change.was().map(whom::formatted).orElse("everybody"),
                        change.is().map(whom::formatted).orElse("everybody"));
    }

    /// Where only the figure is another, the figure.
    private static String rule(String id, Change change) {
        Optional<String> kind = change.was().map(PartWords::firstWord);
        if (kind.isEmpty() || !kind.equals(change.is().map(PartWords::firstWord))) {
            return change.of("the rule of " + id);
        }
        var figures =
                new Change(
                        change.was().map(PartWords::withoutFirst),
                        change.is().map(PartWords::withoutFirst));
        return switch (kind.get()) {
            case "not-more-by", "more-by", "within" -> figures.of("the margin of " + id);
            case "above", "below" -> figures.of("the bound of " + id);
            case "inside" -> figures.of("the range of " + id);
            case "words" -> figures.of("the rule of " + id);
            default -> change.of("the rule of " + id);
        };
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private static String withoutFirst(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? "" : text.substring(blank + 1);
    }
}
