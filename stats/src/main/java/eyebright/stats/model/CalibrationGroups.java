package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.table.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How often it happened to respondents who were given nearly the same chance: the points of a calibration picture.
///
/// ```
/// group of the respondent of rank r of n = ceiling(groups r / n);   mean chance,   share with Wilson's interval
/// ```
///
/// Respondents of exactly the same chance stay together, so that there may be fewer groups than asked for. Unit:
/// shares. Missing values: none are accepted. Edge cases: fewer respondents than groups make as many groups as
/// respondents; one is enough. Errors: no respondent, lengths that differ, values out of range, fewer than 1 group.
/// Summary: its rows. R: `cut(rank(p), groups)`, `aggregate` and `prop.test(correct = FALSE)`.
/// Source: Wilson (1927) <https://doi.org/10.1080/01621459.1927.10502953> for the interval.
public final class CalibrationGroups {

    private CalibrationGroups() {}

    /// One group.
    ///
    /// @param chance the mean of the chances given
    /// @param share how often it happened, with its interval and how many respondents the group has
    public record Group(double chance, Estimate share) {}

    /// The groups, from the smallest chances to the largest.
    ///
    /// @param chances 0 to 1, one or more
    /// @param events 1 or 0, one for each chance
    /// @param groups how many: 1 or more
    /// @param level of the intervals
    /// @throws IllegalArgumentException if there is no chance, lengths differ, or a value is out of range
    public static List<Group> of(double[] chances, double[] events, int groups, double level) {
        BrierScore.of(chances, events);
        if (groups < 1) {
            throw new IllegalArgumentException("groups must be 1 or more, not " + groups);
        }
        int n = chances.length;
        int[] order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> chances[i]))
                        .mapToInt(i -> i)
                        .toArray();
        List<Group> made = new ArrayList<>();
        int from = 0;
        for (int k = 1; k <= groups; k++) {
            int to = (int) ((long) k * n / groups);
            while (to > from && to < n && chances[order[to]] == chances[order[to - 1]]) {
                to++;
            }
            if (to > from) {
                double sum = 0;
                int happened = 0;
                for (int i = from; i < to; i++) {
                    sum += chances[order[i]];
                    happened += (int) events[order[i]];
                }
                int size = to - from;
                made.add(new Group(sum / size, Proportion.wilson(happened, size, level)));
                from = to;
            }
        }
        return made;
    }
}
