package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.plan.Let;
import eyebright.plan.Lets;
import eyebright.plan.Plan;
import eyebright.score.Scales;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is made of answers before claims read them: the scales, the flags and the numbers of a plan that some of its
/// claims read.
///
/// @param scales with the flags, if these are read
/// @param lets in the order of the plan
record Prepared(Scales scales, List<Let> lets) {

    Prepared {
        lets = List.copyOf(lets);
    }

    /// What those claims read.
    static Prepared of(Plan plan, Stream<CompiledClaim> claims) {
        Set<String> reads =
                claims.flatMap(claim -> claim.reads().stream()).collect(Collectors.toSet());
        List<Let> lets = Lets.read(plan.lets(), reads);
        return new Prepared(plan.scales().only(reads), lets);
    }

    /// The frame with all of it.
    ///
    /// @param frame not yet scored
    Frame frame(Frame frame) {
        return Lets.added(lets, scales.score(frame));
    }
}
