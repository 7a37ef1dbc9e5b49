package eyebright.server;

import eyebright.chart.Table;
import java.util.List;
import java.util.Optional;

/// Where one finding comes from: claim, data, plan, every number.
///
/// @param published the figures of others with their sources
record OriginPage(
        Shell shell,
        String study,
        String basis,
        FindingsPage.Card card,
        List<Fact> facts,
        Optional<Table> estimates,
        List<String> published) {

    /// One thing to know.
    record Fact(String name, String words) {}
}
