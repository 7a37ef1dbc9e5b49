package eyebright.disclosure;

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
}
