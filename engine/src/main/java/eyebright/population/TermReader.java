package eyebright.population;

import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Reads what an effect reads: a number, or one or more options of a question such as
/// `orientation.psychodynamic+eclectic_psychodynamic`.
final class TermReader {

    private final Declared declared;
    private final Problems problems;

    TermReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    /// The term, where all it names is drawn above; else a problem.
    ///
    /// @param per for how much more of a number
    Optional<Term> read(Node.Entry entry, Term.Per per) {
        String text = entry.key();
        Place place = entry.keyPlace();
        int dot = text.lastIndexOf('.', text.indexOf('+') < 0 ? text.length() : text.indexOf('+'));
        if (declared.thing(text).isPresent() || dot < 0 || isItem(text, dot)) {
            return declared.read(text, place)
                    .flatMap(
                            thing ->
                                    switch (thing) {
                                        case Declared.Thing.Amount _ ->
                                                Optional.of(new Term.Amount(text, text, per));
                                        case Declared.Thing.Options(List<String> codes) ->
                                                withoutOption(text, codes, place);
                                    });
        }
        String variable = text.substring(0, dot);
        return declared.read(variable, place)
                .flatMap(
                        thing ->
                                switch (thing) {
                                    case Declared.Thing.Amount _ ->
                                            withOption(text, variable, place);
                                    case Declared.Thing.Options(List<String> codes) ->
                                            chosen(text, variable, codes, place);
                                });
    }

    /// Whether it looks like an item of a rated list, so that a wrong one is said to be no item.
    private boolean isItem(String text, int dot) {
        String question = text.substring(0, dot + 1);
        return declared.asked().stream().anyMatch(name -> name.startsWith(question));
    }

    private Optional<Term> chosen(String text, String variable, List<String> codes, Place place) {
        var chosen = new LinkedHashSet<String>();
        for (String code : text.substring(variable.length() + 1).split("\\+", -1)) {
            if (!codes.contains(code.strip())) {
                GivenReader.noOption(code.strip(), variable, codes, place, problems);
                return Optional.empty();
            }
            chosen.add(code.strip());
        }
        if (chosen.containsAll(codes)) {
            problems.add(
                    Rule.WRONG_EFFECT,
                    place,
                    "%s names every option of %s, so that nobody is left to compare"
                            .formatted(text, variable),
                    "leave one out");
            return Optional.empty();
        }
        return Optional.of(new Term.Chosen(text, variable, chosen));
    }

    private Optional<Term> withoutOption(String text, List<String> codes, Place place) {
        problems.add(
                Rule.WRONG_EFFECT,
                place,
                "an effect of %s must name an option of it".formatted(text),
                "write one, such as %s.%s".formatted(text, codes.getFirst()));
        return Optional.empty();
    }

    private Optional<Term> withOption(String text, String variable, Place place) {
        problems.add(
                Rule.WRONG_EFFECT,
                place,
                "%s is a number and has no option, as %s says".formatted(variable, text),
                "write " + variable);
        return Optional.empty();
    }
}
