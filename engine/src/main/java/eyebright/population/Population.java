package eyebright.population;

import eyebright.frame.Response;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What rehearsed respondents are like: margins, each independent of the others.
///
/// @param spreads by the name of the variable; what is not in it is [Spread.Even]
/// @param skipping how often a question that may be skipped is skipped, 0 to 1; of a rated list, each item
public record Population(Map<String, Spread> spreads, double skipping) {

    /// Of a study that declares none: everything even, nothing skipped.
    public static final Population EVEN = new Population(Map.of(), 0);

    public Population {
        spreads = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
        if (!(skipping >= 0 && skipping <= 1)) {
            throw new IllegalArgumentException("skipping must be 0 to 1, not " + skipping);
        }
    }

    /// Rehearsed respondents who went the whole way, named `r000001` and so on.
    ///
    /// Each goes page by page as a respondent does, answers what is shown and sends. Questions that decide
    /// eligibility and have no declared spread are drawn again until the respondent is eligible. An answer
    /// that contradicts an expectation of its page is drawn again, and at last skipped. Each respondent has
    /// a stream of their own, keyed by seed and number: the first hundred of a thousand are the hundred.
    ///
    /// @param respondents how many, not negative
    /// @param seed the same seed gives the same respondents, on every machine
    public List<Response> rehearse(Study study, int respondents, long seed) {
        if (respondents < 0) {
            throw new IllegalArgumentException("respondents must be 0 or more, not " + respondents);
        }
        var rehearsed = new Rehearsed(study, this);
        var responses = new ArrayList<Response>();
        for (int number = 1; number <= respondents; number++) {
            String id = "r%06d".formatted(number);
            responses.add(new Response(id, rehearsed.answers(id, Stream.of(seed, number))));
        }
        return responses;
    }

    /// What the column `rehearsed` says of respondents of this seed.
    public static String mark(long seed) {
        return "margins:" + seed;
    }
}
