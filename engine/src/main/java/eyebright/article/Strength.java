package eyebright.article;

import java.util.Arrays;

/// How strong a correlation is, in a word: the rule of Evans, J. D. (1996), *Straightforward Statistics for
/// the Behavioral Sciences* (Brooks/Cole), by its distance from 0: below .20 very weak, below .40 weak,
/// below .60 moderate, below .80 strong, from there very strong. Other authors draw other lines; all
/// sentences use these.
enum Strength {
    VERY_WEAK("very weak", 0.20),
    WEAK("weak", 0.40),
    MODERATE("moderate", 0.60),
    STRONG("strong", 0.80),
    VERY_STRONG("very strong", Double.POSITIVE_INFINITY);

    private final String word;
    private final double end;

    Strength(String word, double end) {
        this.word = word;
        this.end = end;
    }

    static Strength of(double correlation) {
        return Arrays.stream(values())
                .filter(each -> Math.abs(correlation) < each.end)
                .findFirst()
                .orElse(VERY_STRONG);
    }

    String word() {
        return word;
    }

    /// What an interval leaves open: `weak`, or `very weak to moderate`. It must not hold 0.
    static String between(double low, double high) {
        Strength near = of(Math.min(Math.abs(low), Math.abs(high)));
        Strength far = of(Math.max(Math.abs(low), Math.abs(high)));
        return near == far ? near.word : "%s to %s".formatted(near.word, far.word);
    }
}
