package eyebright.population;

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
}
