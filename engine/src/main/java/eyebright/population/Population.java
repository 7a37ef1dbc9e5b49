package eyebright.population;

import eyebright.frame.Response;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What rehearsed respondents are like: variables one after another, each drawn from those before it.
///
/// A question that no entry declares is drawn even: each option or point as likely as the others.
///
/// @param entries in the order in which they are drawn
/// @param skipping how often questions are skipped; never where nothing is said
/// @param careless how many rate without reading; nobody where nothing is said
/// @param changes how scenarios differ beyond what they are by themselves
public record Population(
        List<Entry> entries,
        Optional<Skipping> skipping,
        Optional<Carelessness> careless,
        List<ScenarioChange> changes) {

    /// Of a study that declares none: everything even, nothing skipped.
    public static final Population EVEN =
            new Population(List.of(), Optional.empty(), Optional.empty(), List.of());

    public Population {
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
    }

    /// The population as it is in a scenario. As published it is itself; under half every effect is half as
    /// strong, under nothing there is none; then come the changes declared for the scenario. What is given
    /// back has no changes left to make.
    public Population under(Scenario scenario) {
        return Changes.under(this, scenario);
    }

    /// The scenarios that differ beyond what they are by themselves, in the order of the file, such as a
    /// claim of no difference at its margin.
    public List<Scenario> declared() {
        return changes.stream().map(ScenarioChange::scenario).distinct().toList();
    }

    /// How many of its numbers are published, how many are assumed, and which.
    public Origins origins() {
        return Origins.of(this);
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
