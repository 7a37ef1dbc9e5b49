package eyebright.article;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// How numbers are said: about 7 in 10; 71 %; give or take 3.
final class Wording {

    /// A space that does not break, so that a number keeps its unit.
    static final char SPACE = '\u00a0';

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String MINUS = "\u2212";

    /// Parts of a whole that people picture, in percent, and how far a share may be from each.
    private static final List<Portion> PORTIONS =
            List.of(
                    new Portion(5, 1, "1 in 20"),
                    new Portion(10, 1.5, "1 in 10"),
                    new Portion(100.0 / 6, 2, "1 in 6"),
                    new Portion(20, 2, "1 in 5"),
                    new Portion(25, 2, "1 in 4"),
                    new Portion(30, 2, "3 in 10"),
                    new Portion(100.0 / 3, 2, "1 in 3"),
                    new Portion(40, 2, "4 in 10"),
                    new Portion(50, 2, "half"),
                    new Portion(60, 2, "6 in 10"),
                    new Portion(200.0 / 3, 2, "2 in 3"),
                    new Portion(70, 2, "7 in 10"),
                    new Portion(75, 2, "3 in 4"),
                    new Portion(80, 2, "8 in 10"),
                    new Portion(90, 1.5, "9 in 10"),
                    new Portion(95, 1, "19 in 20"));

    private record Portion(double percent, double reach, String words) {

        double distance(double other) {
            return Math.abs(percent - other);
        }
    }

    private Wording() {}

    /// A share in words, such as `About **7 in 10**`, with the strong part between asterisks.
    ///
    /// It goes by the whole percent that stands beside it, and never says more of a share than it is:
    /// only 0 is nobody and only 100 is everybody.
    static String roughly(double percent) {
        if (percent == 0) {
            return "**Nobody**";
        }
        if (percent == 100) {
            return "**Everybody**";
        }
        if (percent < 1) {
            return "**Fewer than 1 in 100**";
        }
        if (percent > 99) {
            return "**More than 99 in 100**";
        }
        int whole = Math.toIntExact(Math.round(percent));
        if (whole >= 43 && whole <= 47) {
            return "**Almost half**";
        }
        if (whole >= 53 && whole <= 57) {
            return "**A little more than half**";
        }
        Portion nearest = PORTIONS.getFirst();
        for (Portion portion : PORTIONS) {
            if (portion.distance(whole) < nearest.distance(whole)) {
                nearest = portion;
            }
        }
        return nearest.distance(whole) <= nearest.reach()
                ? "About **%s**".formatted(nearest.words())
                : "About **%d in 100**".formatted(whole);
    }

    /// A share as a number, such as `71 %`: whole percents, and one digit more below 1 and above 99.
    static String percent(double percent) {
        return number(percent, percentDigits(percent)) + SPACE + "%";
    }

    private static int percentDigits(double percent) {
        boolean isExtreme = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
        return isExtreme ? 1 : 0;
    }

    /// The doubt about a share, such as `give or take 3`, or `somewhere between 0.1 and 1.5 %` where the
    /// two sides differ.
    static String doubt(double percent, double low, double high) {
        int digits = percentDigits(percent);
        if (digits == 0) {
            return doubt(percent, low, high, 0, SPACE + "%");
        }
        int below = edgeDigits(low);
        int above = edgeDigits(high);
        // Beside 99.96 %, 99 would look less sure than 98.7 is.
        return "somewhere between %s and %s"
                .formatted(
                        number(low, percent > 50 ? Math.max(below, 1) : below),
                        number(high, above) + SPACE + "%");
    }

    /// As many digits as keep a share near nobody or everybody from looking like all of it.
    private static int edgeDigits(double percent) {
        if ((percent >= 1 && percent <= 99) || percent <= 0 || percent >= 100) {
            return 0;
        }
        int digits = 1;
        while (digits < 3 && rounded(percent, digits).remainder(HUNDRED).signum() == 0) {
            digits++;
        }
        return digits;
    }

    /// The doubt about a number, written with so many digits.
    static String doubt(double value, double low, double high, int digits, String unit) {
        BigDecimal below = rounded(value - low, digits);
        BigDecimal above = rounded(high - value, digits);
        BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
        BigDecimal wider = below.max(above);
        if (wider.signum() == 0) {
            return "give or take less than " + step.toPlainString();
        }
        if (below.subtract(above).abs().compareTo(step) <= 0 && below.min(above).signum() > 0) {
            return "give or take " + wider.toPlainString();
        }
        return "somewhere between %s and %s"
                .formatted(number(low, digits), number(high, digits) + unit);
    }

    /// As many digits after the point as the doubt deserves: its first digit, and one more where that is
    /// a 1 or a 2.
    static int digits(double low, double high) {
        double half = (high - low) / 2;
        if (!(half > 0)) {
            return 2;
        }
        int power = (int) Math.floor(Math.log10(half));
        double lead = half / Math.pow(10, power);
        return Math.clamp(lead < 3 ? 1L - power : -power, 0, 6);
    }

    /// The digits that keep a distance from looking like nothing.
    static int digitsOfDistance(double distance, int digits) {
        return distance != 0 && rounded(distance, digits).signum() == 0 ? digits + 1 : digits;
    }

    /// A number with so many digits after the point and a real minus sign.
    static String number(double value, int digits) {
        BigDecimal rounded = rounded(value, digits);
        return rounded.signum() < 0
                ? MINUS + rounded.abs().toPlainString()
                : rounded.toPlainString();
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    /// A number for a table: so many significant digits, four at least before the point.
    static String significant(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return number(value, 0);
        }
        int power = (int) Math.floor(Math.log10(Math.abs(value)));
        return number(value, Math.clamp(3L - power, 0, 9));
    }

    /// A p value: three digits, and never nothing.
    static String p(double p) {
        return p < 0.0005 ? "<" + SPACE + "0.001" : number(p, 3);
    }

    /// A text that begins a sentence; not empty.
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
