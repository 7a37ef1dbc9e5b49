package eyebright.disclosure;

import eyebright.source.Sha256;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a study lets be published of each respondent: `public-data` of `study.yaml`. A study without it publishes no
/// rows at all.
///
/// Variables that are not named here are published as they were answered, but for free text, which never is.
///
/// @param identifying the variables by which somebody who knows a respondent could find their row, in the order of the
///   file; at most [#MOST]
/// @param bands the variables that are published in bands
/// @param groups the variables whose options are put together
/// @param withheld the variables that are not published
/// @param fewest how many rows at least share each combination of what identifies
public record PublicData(
        List<String> identifying,
        Map<String, Bands> bands,
        Map<String, Groups> groups,
        List<String> withheld,
        int fewest) {

    /// The most identifying variables: with each one more there are twice as many ways to withhold.
    public static final int MOST = 10;

    /// How many rows share a combination where the file says nothing.
    public static final int FEWEST = 5;

    /// The fewest who join rows that went out before; so many at least, and twice [#fewest].
    private static final int LEAST_JOINING = 10;

    public PublicData {
        identifying = List.copyOf(identifying);
        bands = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bands));
        groups = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        withheld = List.copyOf(withheld);
        if (identifying.size() > MOST) {
            throw new IllegalArgumentException(
                    "identifying must be at most %d, not %s".formatted(MOST, identifying));
        }
        if (fewest < 2) {
            throw new IllegalArgumentException("fewest must be 2 or more, not " + fewest);
        }
        for (String name : withheld) {
            if (identifying.contains(name) || bands.containsKey(name) || groups.containsKey(name)) {
                throw new IllegalArgumentException(
                        "%s must not be withheld and published".formatted(name));
            }
        }
    }

    /// How many respondents at least join the rows of an earlier version together. In a small batch nearly every cell
    /// would be withheld, so those who are fewer wait.
    public int fewestJoining() {
        return Math.max(LEAST_JOINING, 2 * fewest);
    }

    /// A hash of all that decides how a row is told: these rules, and the variables and options they are about. Labels
    /// are not in it. Rows that were told by other rules cannot stand in one table.
    public String fingerprint(Study study) {
        var text = new StringBuilder();
        text.append(identifying).append(withheld).append(fewest);
        bands.forEach((name, each) -> text.append(name).append(each.bands()));
        groups.forEach((name, each) -> text.append(name).append(each.under()));
        study.variables()
                .forEach(
                        (name, variable) ->
                                text.append('\n').append(name).append(codes(variable.kind())));
        return Sha256.hex(text.toString());
    }

    private static List<String> codes(Variable.Kind kind) {
        return switch (kind) {
            case Variable.Kind.Choice(List<Option> options) ->
                    options.stream().map(Option::code).toList();
            case Variable.Kind.Choices(List<Option> options) ->
                    options.stream().map(Option::code).toList();
            case Variable.Kind.Numeric _ -> List.of("number");
            case Variable.Kind.Text _ -> List.of("text");
        };
    }
}
