package eyebright.population;

import eyebright.source.Place;
import java.util.List;

/// How a scenario differs from what is declared, beyond what it is by itself.
///
/// @param changes in the order of the file
public record ScenarioChange(Scenario scenario, List<Change> changes, Place place) {

    public ScenarioChange {
        changes = List.copyOf(changes);
    }
}
