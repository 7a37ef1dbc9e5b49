package eyebright.explore;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.feedback.Feedback;
import eyebright.feedback.Guess;
import eyebright.feedback.Unit;
import eyebright.frame.Frame;
import eyebright.plan.Published;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The share that respondents guessed, as it came out.
///
/// @param guess what was asked; absent if nothing was
/// @param ours so many of 100 in the snapshot; empty before there are enough
record GuessedShare(Optional<Guess> guess, OptionalInt ours, int enough, Unit people) {

    /// So near to the share a guess came close.
    private static final int CLOSE = 3;

    static GuessedShare of(Feedback feedback, Frame others) {
        return new GuessedShare(
                feedback.guess(),
                others.size() < feedback.enough()
                        ? OptionalInt.empty()
                        : feedback.guess()
                                .map(guess -> share(guess, others))
                                .orElse(OptionalInt.empty()),
                feedback.enough(),
                feedback.people());
    }

    private static OptionalInt share(Guess guess, Frame others) {
        Truths truths = others.truths(guess.of());
        int n = truths.known().cardinality();
        return n < Feedback.FEWEST
                ? OptionalInt.empty()
                : OptionalInt.of(Hundredths.of(truths.holding().cardinality(), n));
    }

    /// How the guess of one respondent came out.
    Optional<Guessed> guessed(Frame mine) {
        return guess.map(each -> guessed(each, mine));
    }

    private Guessed guessed(Guess asked, Frame mine) {
        Amounts amounts = Expression.of(asked.question()).amounts(mine);
        OptionalInt number =
                amounts.isKnown(0) ? OptionalInt.of((int) amounts.value(0)) : OptionalInt.empty();
        Optional<Published> published = ours.isPresent() ? Optional.empty() : asked.published();
        OptionalInt share =
                ours.isPresent()
                        ? ours
                        : published
                                .flatMap(Published::value)
                                .map(
                                        value ->
                                                OptionalInt.of(
                                                        value.setScale(0, RoundingMode.HALF_UP)
                                                                .intValueExact()))
                                .orElse(OptionalInt.empty());
        return new Guessed(
                asked.asks(), number, share, published, says(asked, number, share, published));
    }

    private String says(
            Guess asked, OptionalInt number, OptionalInt share, Optional<Published> published) {
        var sentences = new ArrayList<String>();
        if (share.isEmpty()) {
            sentences.add(
                    number.isPresent()
                            ? "You guessed %d of 100.".formatted(number.getAsInt())
                            : "You made no guess, and that is fine.");
        } else if (number.isEmpty()) {
            sentences.add("You made no guess, and that is fine.");
            sentences.add(
                    "Of 100 %s, %d %s%s."
                            .formatted(
                                    people.many(),
                                    share.getAsInt(),
                                    asked.says(),
                                    published.isPresent() ? ", as published" : ""));
        } else {
            sentences.add(
                    "You guessed %d of 100; %s %d."
                            .formatted(
                                    number.getAsInt(),
                                    published.isPresent() ? "the published figure is" : "it is",
                                    share.getAsInt()));
            sentences.add(met(asked, share.getAsInt() - number.getAsInt()));
        }
        published.ifPresent(
                figure -> sentences.add("That figure is from %s.".formatted(figure.source())));
        if (ours.isEmpty()) {
            sentences.add(
                    String.format(
                            Locale.ROOT,
                            "Our own figure comes once %,d people have answered.",
                            enough));
        }
        return String.join(" ", sentences);
    }

    private String met(Guess asked, int more) {
        return Math.abs(more) <= CLOSE
                ? "You came close."
                : "%s %s %s than you thought."
                        .formatted(more > 0 ? "More" : "Fewer", people.many(), asked.says());
    }
}
