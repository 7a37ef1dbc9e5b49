package eyebright.feedback;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How numbers of a prediction are written: `0.8 to 1.5`, `2.5 times`, `10`.
final class Written {

    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) to (\\d{1,6}(?:\\.\\d{1,6})?)");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,6})?) times");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,6})?");

    private Written() {}

    /// The range under a key that must be there.
    ///
    /// @param thing what it is of, such as `an effect`
    static Optional<OddsRange> range(Fields fields, String key, String thing, Problems problems) {
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = RANGE.matcher(scalar.get().value().strip());
        if (matcher.matches()) {
            double low = Double.parseDouble(matcher.group(1));
            double high = Double.parseDouble(matcher.group(2));
            if (low > 0 && high > low) {
                return Optional.of(new OddsRange(low, high));
            }
        }
        boolean isTurned =
                matcher.matches()
                        && Double.parseDouble(matcher.group(2)) > 0
                        && Double.parseDouble(matcher.group(1))
                                > Double.parseDouble(matcher.group(2));
        problems.add(
                Rule.PRIOR_RANGE,
                scalar.get().place(),
                "%s of %s must go from a lower to a higher number above 0, not \"%s\""
                        .formatted(key, thing, Fields.shortened(scalar.get().value())),
                isTurned
                        ? "write %s to %s".formatted(matcher.group(2), matcher.group(1))
                        : "write the range you are 95 %% sure of, such as %s: 0.8 to 1.5"
                                .formatted(key));
        return Optional.empty();
    }

    /// A ratio above 1 under a key that must be there.
    static Optional<Double> times(Fields fields, String key) {
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = TIMES.matcher(scalar.get().value().strip());
        if (matcher.matches() && Double.parseDouble(matcher.group(1)) > 1) {
            return Optional.of(Double.parseDouble(matcher.group(1)));
        }
        fields.wrongValue(key, scalar.get(), "a ratio above 1, such as 2 times");
        return Optional.empty();
    }

    /// A number above 0 under a key that must be there.
    static Optional<Double> above0(Fields fields, String key) {
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(scalar.get().value().strip());
        if (matcher.matches() && Double.parseDouble(matcher.group()) > 0) {
            return Optional.of(Double.parseDouble(matcher.group()));
        }
        fields.wrongValue(key, scalar.get(), "a number above 0, such as 10");
        return Optional.empty();
    }
}
