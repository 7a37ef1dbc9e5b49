package eyebright.rehearsal;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.NamedEstimate;
import eyebright.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is counted of one claim.
///
/// @param figures the estimates that are held against what is so
/// @param reach how far its interval reaches, if its rule has a margin
record Watched(ClaimSaid claim, List<Figure> figures, Optional<Reach> reach) {

    /// More figures of one claim are not counted: the first say how the rest does.
    private static final int MOST_FIGURES = 12;

    Watched {
        figures = List.copyOf(figures);
    }

    /// An estimate, and what it is in the census.
    ///
    /// @param level of its interval
    /// @param isRatio whether it is looked at as a logarithm
    record Figure(String name, boolean isRatio, double level, double estimand) {}

    /// @param census the claim's estimates among careful respondents
    static Watched of(CompiledClaim claim, ClaimSaid said, List<NamedEstimate> census) {
        var figures = new ArrayList<Figure>();
        for (NamedEstimate each : leading(census)) {
            if (each.estimate() instanceof Estimate.Known known
                    && known.interval().isPresent()
                    && figures.size() < MOST_FIGURES) {
                boolean isRatio = each.name().contains("ratio") && known.value() > 0;
                figures.add(
                        new Figure(
                                each.name(),
                                isRatio,
                                known.interval().get().level(),
                                known.value()));
            }
        }
        return new Watched(said, figures, Reach.of(claim));
    }

    /// The estimates that answer the question: differences before the shares and means they are made of, ratios before
    /// the coefficients they are made of. An intercept or a threshold answers none; where it cannot be had, since
    /// nobody gave a rare answer, nothing is lost.
    private static List<NamedEstimate> leading(List<NamedEstimate> census) {
        List<NamedEstimate> bounded = census.stream().filter(Watched::isBounded).toList();
        List<NamedEstimate> differences =
                bounded.stream().filter(each -> each.name().startsWith("difference")).toList();
        if (!differences.isEmpty()) {
            return differences;
        }
        List<NamedEstimate> relations =
                bounded.stream()
                        .filter(each -> !each.name().startsWith("share"))
                        .filter(each -> !each.name().startsWith("mean["))
                        .toList();
        List<NamedEstimate> effects =
                relations.stream().filter(each -> !each.name().startsWith("coefficient")).toList();
        return !effects.isEmpty() ? effects : relations.isEmpty() ? bounded : relations;
    }

    private static boolean isBounded(NamedEstimate each) {
        return !each.name().contains("_equivalence")
                && each.estimate() instanceof Estimate.Known known
                && known.interval().isPresent();
    }
}
