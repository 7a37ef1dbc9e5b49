package eyebright.population;

/// How researchers say an effect.
public enum Measure {

    /// An odds ratio; on ordered options the ratio of the odds of a higher answer, the same at every step.
    ODDS("odds", 1),

    /// A rate ratio of a count.
    RATE("rate", 1),

    /// A difference of shares, 0 to 1: among those who are so, against those who are not.
    POINTS("points", 0),

    /// A standardised difference of means: of those who are so against those who are not, in standard
    /// deviations within both.
    D("d", 0),

    /// A difference of means for each unit, in the unit of the variable.
    SLOPE("slope", 0),

    /// A correlation as it is observed.
    R("r", 0);

    private final String word;
    private final double none;

    Measure(String word, double none) {
        this.word = word;
        this.none = none;
    }

    /// The key in `population.yaml`.
    public String word() {
        return word;
    }

    /// The value that says there is no effect: 1 for ratios, else 0.
    public double none() {
        return none;
    }

    /// Whether it is a ratio: effects multiply, and the scale on which they add is its logarithm.
    public boolean isRatio() {
        return none == 1;
    }

    /// Half of an effect on the scale on which effects add: the square root of a ratio, else half.
    public double half(double value) {
        return isRatio() ? StrictMath.sqrt(value) : value / 2;
    }
}
