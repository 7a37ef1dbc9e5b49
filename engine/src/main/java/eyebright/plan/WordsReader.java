package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what sentences call things: an entry `words:` of the plan, by the names of variables and options.
public final class WordsReader {

    /// The name for what a matched analysis without an outcome explains: which of the two situations it is.
    public static final String OUTCOME = "outcome";

    private final PlanExpressions expressions;
    private final Problems problems;
    private final Map<String, Words.Word> words;

    /// @param words those read are put here
    WordsReader(PlanExpressions expressions, Map<String, Words.Word> words) {
        this.expressions = expressions;
        this.problems = expressions.problems();
        this.words = words;
    }

    /// @param others names that are read besides those of the study, such as those of matched predictors
    void read(Fields entry, List<String> others) {
        Optional<Fields> fields = entry.fields("words");
        entry.finish();
        if (fields.isEmpty()) {
            return;
        }
        for (String name : fields.get().keys()) {
            Place place = fields.get().placeOf(name);
            Optional<Words.Word> word = word(fields.get(), name);
            if (!isThere(name, place, others)) {
                continue;
            }
            if (words.containsKey(name)) {
                problems.add(
                        Rule.DUPLICATE_ID,
                        place,
                        "there are words for \"%s\" already".formatted(name),
                        "keep one of the two");
            } else {
                word.ifPresent(each -> words.put(name, each));
            }
        }
    }

    /// A name the plan may read, or `question.code` of a question with options; else a problem.
    private boolean isThere(String name, Place place, List<String> others) {
        PlanVocabulary vocabulary = expressions.vocabulary();
        if (vocabulary.meaning(name).isPresent()
                || vocabulary.asked(name).isPresent()
                || others.contains(name)
                || (name.equals(OUTCOME) && !others.isEmpty())) {
            return true;
        }
        int dot = name.lastIndexOf('.');
        List<String> codes = dot > 0 ? expressions.codes(name.substring(0, dot)) : List.of();
        if (codes.isEmpty()) {
            return expressions.isThere(new Node.Scalar(place, name, false, false));
        }
        String code = name.substring(dot + 1);
        if (!codes.contains(code)) {
            expressions.unknown("option", code, place, codes);
        }
        return codes.contains(code);
    }

    private Optional<Words.Word> word(Fields fields, String name) {
        if (fields.node(name).filter(Node.Scalar.class::isInstance).isPresent()) {
            return fields.text(name)
                    .map(
                            called ->
                                    new Words.Word(
                                            Optional.of(called),
                                            Optional.empty(),
                                            Optional.empty()));
        }
        return fields.fields(name)
                .map(
                        each -> {
                            var word =
                                    new Words.Word(
                                            each.text("called"),
                                            each.text("one"),
                                            each.text("many"));
                            each.finish();
                            return word;
                        });
    }
}
