package eyebright.rehearsal;

import eyebright.analysis.Finding;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Counts one claim over the replicates of a block. For one thread.
final class ClaimTally {

    private final Watched watched;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Integer> failed = new LinkedHashMap<>();
    private final List<Figures> figures;
    private final Optional<Steps> steps;
    private CurveRun curve;
    private int unjudged;

    ClaimTally(Watched watched, int sizes) {
        this.watched = watched;
        this.figures = watched.figures().stream().map(Figures::new).toList();
        this.steps = watched.reach().map(Steps::new);
        this.curve = CurveRun.none(sizes);
    }

    /// One replicate more.
    void add(Finding finding) {
        finding.verdict()
                .ifPresentOrElse(
                        verdict -> verdicts.merge(verdict, 1, Integer::sum), () -> unjudged++);
        for (Figures each : figures) {
            each.add(finding.estimate(each.figure.name()));
        }
        if (!figures.isEmpty()
                && finding.estimate(figures.getFirst().figure.name())
                        instanceof Estimate.NotEstimable(String reason)) {
            failed.merge(reason, 1, Integer::sum);
        }
        steps.ifPresent(each -> each.add(finding));
    }

    /// Whether it was supported, at each size.
    void add(List<Boolean> supported) {
        curve = curve.and(supported);
    }

    /// What was counted.
    ClaimRun run() {
        var runs = new ArrayList<FigureRun>();
        figures.forEach(each -> runs.add(each.run()));
        return new ClaimRun(
                watched.claim().id(),
                verdicts,
                unjudged,
                failed,
                runs,
                steps.map(Steps::run),
                curve);
    }

    /// One estimate over replicates.
    private static final class Figures {
        private final Watched.Figure figure;
        private final double target;
        private int known;
        private int bounded;
        private int covered;
        private double widths;
        private double widthSquares;
        private double errors;
        private double errorSquares;

        Figures(Watched.Figure figure) {
            this.figure = figure;
            this.target = scaled(figure.estimand());
        }

        void add(Estimate estimate) {
            if (!(estimate
                    instanceof Estimate.Known(double value, Optional<Interval> interval, _))) {
                return;
            }
            double error = scaled(value) - target;
            if (Double.isFinite(error)) {
                known++;
                errors += error;
                errorSquares += error * error;
                interval.ifPresent(this::add);
            }
        }

        private void add(Interval interval) {
            double width = scaled(interval.high()) - scaled(interval.low());
            if (Double.isFinite(width)) {
                bounded++;
                widths += width;
                widthSquares += width * width;
                if (interval.low() <= figure.estimand() && figure.estimand() <= interval.high()) {
                    covered++;
                }
            }
        }

        private double scaled(double value) {
            return figure.isRatio() ? StrictMath.log(value) : value;
        }

        FigureRun run() {
            return new FigureRun(
                    figure.name(),
                    figure.isRatio(),
                    figure.level(),
                    figure.estimand(),
                    known,
                    bounded,
                    covered,
                    widths,
                    widthSquares,
                    errors,
                    errorSquares);
        }
    }

    /// The smallest margins over replicates.
    private static final class Steps {
        private final Reach reach;
        private final double from;
        private final double step;
        private final int[] counts = new int[MarginRun.STEPS];
        private int beyond;

        Steps(Reach reach) {
            this.reach = reach;
            this.from = reach.from();
            this.step = reach.step();
        }

        void add(Finding finding) {
            OptionalDouble reached = reach.in(finding);
            double steps = Math.ceil((reached.orElse(Double.MAX_VALUE) - from) / step);
            if (steps > counts.length) {
                beyond++;
            } else {
                counts[(int) Math.max(0, steps - 1)]++;
            }
        }

        MarginRun run() {
            var list = new ArrayList<Integer>();
            for (int count : counts) {
                list.add(count);
            }
            return new MarginRun(reach.unit().word(), from, step, list, beyond);
        }
    }
}
