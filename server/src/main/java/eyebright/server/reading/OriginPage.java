package eyebright.server.reading;

import eyebright.chart.Table;
import eyebright.server.page.Shell;
import eyebright.server.talk.Talk;
import java.util.List;
import java.util.Optional;

/// Where one finding comes from: claim, data, plan, every number.
///
/// @param published the figures of others with their sources
/// @param talk the discussion under it; absent where there is none
record OriginPage(
        Shell shell,
        String study,
        String basis,
        FindingsPage.Card card,
        List<Fact> facts,
        Optional<Table> estimates,
        List<String> published,
        Optional<Talk> talk) {

    /// One thing to know.
    record Fact(String name, String words) {}
}
