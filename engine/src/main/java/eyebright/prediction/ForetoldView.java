package eyebright.prediction;

import eyebright.chart.Hundred;
import eyebright.chart.Picture;
import eyebright.chart.Style;
import eyebright.chart.Table;
import eyebright.feedback.Ahead;
import eyebright.feedback.Unit;
import eyebright.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One chance as a respondent reads it: so many of a hundred, with its doubt, and what moves it.
///
/// Unless a model was tried and does better than the base rate, what goes with the outcome is left out: what is told is
/// the base rate, as the respondent's own past moves it where the prediction holds one. Her past needs no trial to
/// count: that who had it more often has it more often is what the declared precision says, and answers move it.
///
/// @param asks the question it answers
/// @param answer in one sentence
/// @param doubt how far it may be off, in a sentence; empty where the base rate alone is told
/// @param picture a hundred people
/// @param moves what moves it, in points of a hundred, summing to the whole; absent where nothing does
/// @param notes what else is to be known, each a sentence
public record ForetoldView(
        String asks,
        String answer,
        String doubt,
        Picture picture,
        Optional<Table> moves,
        List<String> notes) {

    private static final double HUNDRED = 100;
    private static final int LEVEL = (int) Math.rint(HUNDRED * FittedModel.LEVEL);

    /// Copies the notes.
    public ForetoldView {
        notes = List.copyOf(notes);
    }

    /// How one chance is told.
    ///
    /// @param model it comes from
    /// @param foretold by that model
    /// @param people what others are called
    public static ForetoldView of(FittedModel model, Foretold foretold, Unit people, Style style) {
        Ahead ahead =
                model.prediction().ahead().stream()
                        .filter(each -> each.id().equals(foretold.ahead()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s does not look ahead to %s"
                                                        .formatted(
                                                                model.prediction().id(),
                                                                foretold.ahead())));
        return model.quality().beatsBaseRate()
                ? own(model, ahead, foretold, people, style)
                : base(ahead, foretold, people, style);
    }

    /// The base rate, or what the respondent's own past makes of it.
    private static ForetoldView base(Ahead ahead, Foretold foretold, Unit people, Style style) {
        String whom = whom(ahead, people);
        int of = Foretold.ofHundred(foretold.base());
        if (foretold.past().isEmpty()) {
            return new ForetoldView(
                    ahead.asks(),
                    answer(whom, of, ahead),
                    "",
                    new Hundred(ahead.asks(), people.many(), ahead.says(), of, of, of, LEVEL)
                            .draw(style),
                    Optional.empty(),
                    List.of());
        }
        Foretold.Past past = foretold.past().get();
        return told(
                ahead,
                whom + (ahead.having().isPresent() ? " and" : " with") + " a past like yours",
                people.many() + " with a past like yours",
                new Told(past.chance(), past.interval()),
                Optional.empty(),
                List.of(comparison(whom, "whatever their past", of)),
                style);
    }

    private static ForetoldView own(
            FittedModel model, Ahead ahead, Foretold foretold, Unit people, Style style) {
        var notes =
                new ArrayList<>(
                        List.of(
                                comparison(
                                        whom(ahead, people),
                                        "whoever they are",
                                        Foretold.ofHundred(foretold.base()))));
        notes.addAll(notes(model, foretold));
        String like = people.many() + " like you";
        return told(
                ahead,
                like,
                like,
                new Told(foretold.chance(), foretold.interval()),
                Optional.of(moves(ahead.asks(), foretold)),
                notes,
                style);
    }

    /// A chance with its interval.
    private record Told(double chance, Interval interval) {}

    private static ForetoldView told(
            Ahead ahead,
            String whom,
            String pictured,
            Told told,
            Optional<Table> moves,
            List<String> notes,
            Style style) {
        int of = Foretold.ofHundred(told.chance());
        int low = Foretold.ofHundred(told.interval().low());
        int high = Foretold.ofHundred(told.interval().high());
        return new ForetoldView(
                ahead.asks(),
                answer(whom, of, ahead),
                low == high
                        ? ""
                        : "This is uncertain: it lies between %d and %d of 100, with %d %% certainty."
                                .formatted(low, high, LEVEL),
                new Hundred(
                                ahead.asks(),
                                pictured,
                                ahead.says(),
                                of,
                                Math.min(low, of),
                                Math.max(high, of),
                                LEVEL)
                        .draw(style),
                moves,
                notes);
    }

    /// Whom a chance is of: all people, or those with as much behind or ahead of them.
    private static String whom(Ahead ahead, Unit people) {
        return people.many() + ahead.having().map(each -> " with " + each).orElse("");
    }

    private static String answer(String whom, int of, Ahead ahead) {
        return "Of 100 %s, %s %s.".formatted(whom, about(of), ahead.says());
    }

    private static String comparison(String whom, String who, int of) {
        return "For comparison: of 100 %s, %s, %s.".formatted(whom, who, about(of));
    }

    private static List<String> notes(FittedModel model, Foretold foretold) {
        var notes = new ArrayList<String>();
        List<String> missing = foretold.missing();
        if (!missing.isEmpty()) {
            notes.add(
                    "You left out what this would also rest on (%s), so it is less certain."
                            .formatted(
                                    String.join(
                                            ", ",
                                            missing.stream().map(ForetoldView::within).toList())));
        }
        if (model.posterior().isApproximate()) {
            notes.add(
                    "The figures are approximate: they could not be worked out to the last point.");
        }
        return notes;
    }

    /// A name as it stands within a sentence: `Your openness` with a small letter, `IQ` as it is.
    private static String within(String called) {
        return called.length() > 1 && Character.isUpperCase(called.charAt(1))
                ? called
                : called.substring(0, 1).toLowerCase(Locale.ROOT) + called.substring(1);
    }

    private static Table moves(String asks, Foretold foretold) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Somebody in the middle of everything", points(foretold.centre())));
        if (foretold.record() != 0) {
            rows.add(List.of("What you told of the time before", signed(foretold.record())));
        }
        for (Foretold.Part part : foretold.parts()) {
            rows.add(
                    List.of(
                            part.given() == Foretold.Answer.GIVEN
                                    ? part.called()
                                    : part.called() + " (left out)",
                            signed(part.adds())));
        }
        rows.add(List.of("You", points(foretold.chance())));
        return new Table("What moves it: " + asks, List.of("What", "of 100"), rows);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f", HUNDRED * share);
    }

    private static String signed(double share) {
        String points = points(Math.abs(share));
        if (points.equals("0.0")) {
            return "0.0";
        }
        return (share < 0 ? "\u2212" : "+") + points;
    }

    private static String about(int of) {
        return switch (of) {
            case 0 -> "hardly any";
            case 100 -> "nearly all";
            default -> "about %d".formatted(of);
        };
    }
}
