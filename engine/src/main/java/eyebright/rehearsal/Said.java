package eyebright.rehearsal;

import eyebright.replication.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers and verdicts as one says them.
final class Said {

    private Said() {}

    /// A chance in a sentence: `38 of 100 studies`, `no study`, `fewer than 1 of 100 studies`.
    static String inStudies(Frequency chance) {
        if (chance.count() == 0) {
            return "none of %s studies".formatted(whole(chance.of()));
        }
        if (chance.count() == chance.of()) {
            return "all of %s studies".formatted(whole(chance.of()));
        }
        long percent = Math.round(100 * chance.share());
        if (percent == 0) {
            return "fewer than 1 of 100 studies";
        }
        if (percent == 100) {
            return "more than 99 of 100 studies";
        }
        return "%s of 100 studies".formatted(whole(percent));
    }

    /// A chance in a table: `38 %`, `<1 %`.
    static String percent(Frequency chance) {
        if (chance.of() == 0) {
            return "";
        }
        long percent = Math.round(100 * chance.share());
        if (percent == 0 && chance.count() > 0) {
            return "<1 %";
        }
        if (percent == 100 && chance.count() < chance.of()) {
            return ">99 %";
        }
        return percent + " %";
    }

    /// A chance with its Monte Carlo error, one digit after the point: `37.8 ± 1.5 %`.
    static String withError(Frequency chance) {
        return chance.of() == 0
                ? ""
                : String.format(
                        Locale.ROOT, "%.1f ± %.1f %%", 100 * chance.share(), 100 * chance.error());
    }

    /// A whole number with commas.
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A number of respondents, as finely as its error allows.
    static String respondents(double n, double error) {
        return whole(rounded(n, error));
    }

    /// A number of respondents, rounded up to what its error allows.
    static long rounded(double n, double error) {
        long step = error >= 100 ? 100 : error >= 25 ? 50 : error >= 5 ? 10 : 1;
        return (long) Math.ceil(n / step) * step;
    }

    /// The error of a number of respondents, in a sentence.
    static String giveOrTake(double error) {
        long step = error >= 100 ? 50 : error >= 10 ? 10 : 1;
        return whole(Math.max(1, Math.round(error / step) * step));
    }

    /// A number with as many digits as it takes to tell it from its neighbours: three.
    static String number(double number) {
        if (number == 0) {
            return "0";
        }
        double size = Math.abs(number);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /// A margin with its unit: `12.5 points`, `1.25 times`, `.15`.
    static String margin(double margin, String unit) {
        String number = String.format(Locale.ROOT, "%.4f", margin);
        number = number.replaceAll("0+$", "").replaceAll("\\.$", "");
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /// A verdict in a sentence: "it will most likely be supported".
    static String willBe(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "be supported";
            case NO_DIFFERENCE -> "read \"no difference supported\"";
            case CONTRADICTED -> "be contradicted";
            case INCONCLUSIVE -> "read \"inconclusive\"";
        };
    }

    /// A scenario in a sentence: "if the original is right".
    static String scenario(String word) {
        return switch (word) {
            case "as-published" -> "the original is right";
            case "half" -> "the effects are half as large";
            case "nothing" -> "there is nothing to find";
            default ->
                    word.startsWith(ScenarioRun.MARGIN)
                            ? "%s is exactly at its margin"
                                    .formatted(word.substring(ScenarioRun.MARGIN.length()))
                            : word;
        };
    }

    /// A scenario as the head of a column.
    static String head(String word) {
        return word.replace('-', ' ').replace("at the margin.", "at the margin: ");
    }

    /// Things in a row: `a, b and c`.
    static String and(List<String> things) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        return things.subList(0, things.size() - 1).stream().collect(Collectors.joining(", "))
                + " and "
                + things.getLast();
    }

    /// `1 claim`, `2 claims`.
    static String claims(long count) {
        return count == 1 ? "1 claim" : whole(count) + " claims";
    }
}
