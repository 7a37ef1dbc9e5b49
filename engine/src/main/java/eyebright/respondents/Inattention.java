package eyebright.respondents;

import eyebright.population.Carelessness;
import eyebright.population.Carelessness.How;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What careless respondents do to their ratings: one answer to all of them, at the same height where points
/// differ, or any answer. The rest of what they say is ordinary. Immutable.
final class Inattention {

    /// Everybody is careful.
    static final Inattention NONE = new Inattention(0, List.of(How.RANDOM), List.of());

    private static final long WHO = Chance.hash("careless");

    private final double share;
    private final List<How> how;
    private final List<Rated> ratings;
    private final Set<String> names = new HashSet<>();

    private Inattention(double share, List<How> how, List<Rated> ratings) {
        this.share = share;
        this.how = List.copyOf(how);
        this.ratings = List.copyOf(ratings);
        ratings.forEach(rated -> names.add(rated.name()));
    }

    /// One rated question or item.
    private record Rated(String name, int slot, long hash, double from, int points) {}

    /// That of a population.
    static Inattention of(Study study, Slots slots, Optional<Carelessness> careless) {
        if (careless.isEmpty() || careless.get().share() == 0) {
            return NONE;
        }
        Set<String> rated = Respondents.ratings(study);
        var ratings = new ArrayList<Rated>();
        for (Variable variable : study.variables().values()) {
            if (rated.contains(variable.name())
                    && variable.kind() instanceof Kind.Numeric numeric) {
                ratings.add(
                        new Rated(
                                variable.name(),
                                slots.of(variable.name()),
                                Chance.hash("careless " + variable.name()),
                                numeric.from().doubleValue(),
                                numeric.to().subtract(numeric.from()).intValue() + 1));
            }
        }
        return new Inattention(careless.get().share(), careless.get().how(), ratings);
    }

    /// Whether a variable is rated, so that carelessness changes it.
    boolean overwrites(String name) {
        return names.contains(name);
    }

    /// Overwrites the ratings of those who are careless.
    void overwrite(Draws draws, Chance chance) {
        if (share == 0) {
            return;
        }
        long start = chance.start(WHO);
        long step = Chance.step(start);
        int[] rows = new int[draws.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (Chance.unit(Chance.bits(start, step, row, 0)) < share) {
                rows[count++] = row;
            }
        }
        boolean[] isSame = new boolean[count];
        double[] heights = new double[count];
        for (int i = 0; i < count; i++) {
            double way = Chance.unit(Chance.bits(start, step, rows[i], 1));
            isSame[i] = how.get((int) (way * how.size())) == How.SAME_ANSWER;
            heights[i] = Chance.unit(Chance.bits(start, step, rows[i], 2));
        }
        for (Rated rated : ratings) {
            double[] numbers = draws.numbers(rated.slot());
            long own = chance.start(rated.hash());
            long ownStep = Chance.step(own);
            for (int i = 0; i < count; i++) {
                double unit =
                        isSame[i] ? heights[i] : Chance.unit(Chance.bits(own, ownStep, rows[i], 0));
                numbers[rows[i]] = rated.from() + (int) (unit * rated.points());
            }
        }
    }
}
