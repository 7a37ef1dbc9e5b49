package eyebright.population;

import eyebright.study.Answer;
import eyebright.study.Option;
import eyebright.study.Question;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws answers to one variable.
final class Sampler {

    /// After so many draws beyond a limit the limit itself is the answer.
    private static final int MOST_DRAWS = 1_000;

    private final Variable variable;
    private final Question question;
    private final Spread spread;
    private final List<Option> options;
    private final double[] shares;
    private final double alone;
    private boolean isThrownAgain;

    Sampler(Variable variable, Question question, Spread spread) {
        this.variable = variable;
        this.question = question;
        this.spread = spread;
        this.options = question.optionsOrNone();
        this.shares = shares();
        this.alone = alone();
        if (question instanceof Question.SeveralOf) {
            conditionOnOne();
        }
    }

    Variable variable() {
        return variable;
    }

    /// An answer; empty where the respondent says nothing.
    Optional<Answer> draw(Stream stream) {
        return switch (variable.kind()) {
            case Kind.Choice _ -> Optional.of(new Answer.One(options.get(option(stream)).code()));
            case Kind.Choices _ -> several(stream);
            case Kind.Numeric numeric -> Optional.of(new Answer.Amount(amount(numeric, stream)));
            case Kind.Text _ -> Optional.empty();
        };
    }

    private double[] shares() {
        double[] shares = new double[options.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] =
                    switch (spread) {
                        case Spread.Shares(Map<String, Double> declared) ->
                                declared.getOrDefault(options.get(i).code(), 0.0);
                        case Spread.Even _ ->
                                question instanceof Question.SeveralOf && !options.get(i).alone()
                                        ? 0.5
                                        : 1.0 / options.size();
                        case Spread.Normal _, Spread.Poisson _ -> 0;
                    };
        }
        return shares;
    }

    private double alone() {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += options.get(i).alone() ? shares[i] : 0;
        }
        return Math.min(1, sum);
    }

    private int option(Stream stream) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double at = stream.uniform() * sum;
        int last = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                last = i;
                if (at < shares[i]) {
                    return i;
                }
            }
            at -= shares[i];
        }
        return last;
    }

    /// Turns the shares of those who answer into chances of one coin an option.
    ///
    /// Coins that all say no are thrown again, so each must fall more rarely than its share says: with p
    /// the chance that all say no, share · (1 - p), where p is the product of 1 - share · (1 - p). Where
    /// the shares sum to less than 1 no coins do this: then they stay as they are, and who names nothing
    /// skips the question.
    private void conditionOnOne() {
        if (spread instanceof Spread.Even) {
            isThrownAgain = true;
            return;
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (!options.get(i).alone()) {
                shares[i] = alone < 1 ? Math.min(1, shares[i] / (1 - alone)) : 0;
                sum += shares[i];
            }
        }
        if (sum <= 1.001) {
            return;
        }
        isThrownAgain = true;
        double none = 0;
        double before = -1;
        for (int step = 0; step < 10_000 && none > before; step++) {
            before = none;
            double product = 1;
            for (int i = 0; i < shares.length; i++) {
                product *= options.get(i).alone() ? 1 : 1 - shares[i] * (1 - none);
            }
            none = product;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= options.get(i).alone() ? 1 : 1 - none;
        }
    }

    private Optional<Answer> several(Stream stream) {
        if (alone > 0 && stream.chance(alone)) {
            double at = stream.uniform() * alone;
            for (int i = 0; i < shares.length; i++) {
                if (options.get(i).alone() && (at -= shares[i]) < 0) {
                    return Optional.of(new Answer.Several(List.of(options.get(i).code())));
                }
            }
        }
        var named = new ArrayList<String>();
        for (int thrown = 0; named.isEmpty() && thrown < throwsAtMost(); thrown++) {
            for (int i = 0; i < shares.length; i++) {
                if (!options.get(i).alone() && stream.chance(shares[i])) {
                    named.add(options.get(i).code());
                }
            }
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(new Answer.Several(named));
    }

    private int throwsAtMost() {
        return isThrownAgain ? MOST_DRAWS : 1;
    }

    /// As a form would give it: 9.80 is 9.8, and 1E+1 is 10.
    private BigDecimal amount(Kind.Numeric range, Stream stream) {
        BigDecimal number = number(range, stream).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private BigDecimal number(Kind.Numeric range, Stream stream) {
        return switch (spread) {
            case Spread.Even _ -> even(range, stream);
            case Spread.Normal(double mean, double deviation) ->
                    cut(range, () -> mean + deviation * stream.normal());
            case Spread.Poisson(double mean) -> cut(range, () -> stream.poisson(mean));
            case Spread.Shares _ ->
                    throw new IllegalStateException("shares of a number: " + variable.name());
        };
    }

    private BigDecimal even(Kind.Numeric range, Stream stream) {
        BigDecimal steps = range.to().subtract(range.from()).scaleByPowerOfTen(range.decimals());
        if (question instanceof Question.OneIn) {
            double log = StrictMath.log(range.to().doubleValue() + 1) * stream.uniform();
            return BigDecimal.valueOf((long) StrictMath.exp(log)).max(range.from()).min(range.to());
        }
        long size = steps.setScale(0, RoundingMode.DOWN).longValueExact() + 1;
        if (question instanceof Question.Count) {
            size = Math.max(Math.min(size, 2), size / 10);
        }
        return range.from()
                .add(BigDecimal.valueOf(stream.below(size)).scaleByPowerOfTen(-range.decimals()));
    }

    private static BigDecimal cut(Kind.Numeric range, java.util.function.DoubleSupplier draw) {
        BigDecimal number = range.from();
        for (int i = 0; i < MOST_DRAWS; i++) {
            number =
                    BigDecimal.valueOf(draw.getAsDouble())
                            .setScale(range.decimals(), RoundingMode.HALF_UP);
            if (number.compareTo(range.from()) >= 0 && number.compareTo(range.to()) <= 0) {
                return number;
            }
        }
        return number.compareTo(range.from()) < 0 ? range.from() : range.to();
    }
}
