package eyebright.stats.laws;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.Coefficients;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every number and every reason of a result, each under the path that leads to it, such as
/// `difference.interval.low`.
record Figures(Map<String, Object> at) {

    private static final String LOW = ".interval.low";
    private static final String HIGH = ".interval.high";

    static Figures of(Object result, double level) {
        var at = new LinkedHashMap<String, Object>();
        put(at, "", result, level);
        return new Figures(at);
    }

    private static void put(Map<String, Object> at, String path, Object result, double level) {
        switch (result) {
            case Double number -> at.put(path, number);
            case Integer number -> at.put(path, (double) number);
            case String text -> at.put(path, text);
            case Enum<?> constant -> at.put(path, constant.name());
            case Boolean truth -> at.put(path, truth.toString());
            case OptionalDouble maybe -> maybe.ifPresent(number -> at.put(path, number));
            case Optional<?> maybe -> maybe.ifPresent(each -> put(at, path, each, level));
            case double[] numbers -> put(at, path, Arrays.stream(numbers).boxed().toList(), level);
            case Matrix matrix -> put(at, path, matrix.values(), level);
            case Map<?, ?> map ->
                    map.forEach((key, each) -> put(at, path + "." + key, each, level));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    put(at, "%s[%d]".formatted(path, i), list.get(i), level);
                }
            }
            case Fitted<?>(Object model) -> put(at, path, model, level);
            case Coefficients coefficients -> {
                for (String name : coefficients.names()) {
                    String next = "%s{%s}".formatted(path, name);
                    put(at, next, coefficients.estimate(name, level), level);
                    put(at, next + ".error", coefficients.standardError(name), level);
                    put(at, next + ".test", coefficients.test(name), level);
                }
            }
            case Record parts -> {
                for (RecordComponent component : parts.getClass().getRecordComponents()) {
                    put(at, path + "." + component.getName(), answer(parts, component), level);
                }
            }
            default -> throw new IllegalStateException("no figures of " + result.getClass());
        }
    }

    private static Object answer(Record parts, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    double number(String path) {
        return at.get(path) instanceof Double number ? number : noNumber(path);
    }

    private static double noNumber(String path) {
        throw new IllegalArgumentException("no number at " + path);
    }

    /// The same where numbers at paths that match have been changed, an estimate's limits with its value;
    /// limits that have changed places are put in order.
    Figures changed(String paths, DoubleUnaryOperator change) {
        var pattern = Pattern.compile(paths);
        var changed = new LinkedHashMap<>(at);
        at.forEach(
                (path, figure) -> {
                    String of = path.replaceFirst("(\\.value|\\.interval\\.(low|high))$", "");
                    if (figure instanceof Double number
                            && (pattern.matcher(of).matches() || pattern.matcher(path).matches())) {
                        changed.put(path, change.applyAsDouble(number));
                    }
                });
        var all = new Figures(changed);
        for (String low : at.keySet()) {
            String high = low.replace(LOW, HIGH);
            if (low.endsWith(LOW) && all.number(low) > all.number(high)) {
                double larger = all.number(low);
                changed.put(low, all.number(high));
                changed.put(high, larger);
            }
        }
        return new Figures(changed);
    }

    Figures negated(String paths) {
        return changed(paths, value -> -value);
    }

    Figures inverted(String paths) {
        return changed(paths, value -> 1 / value);
    }

    Figures times(double factor, String paths) {
        return changed(paths, value -> factor * value);
    }

    /// The same without what is at paths that match.
    Figures without(String paths) {
        var left = new LinkedHashMap<>(at);
        left.keySet().removeIf(path -> path.matches(paths));
        return new Figures(left);
    }

    /// Only what is at paths that match.
    Figures only(String paths) {
        var only = new LinkedHashMap<>(at);
        only.keySet().removeIf(path -> !path.matches(paths));
        return new Figures(only);
    }

    /// The same with parts of paths named otherwise, all at once.
    Figures renamed(Map<String, String> parts) {
        var pattern =
                Pattern.compile(
                        parts.keySet().stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")));
        var renamed = new LinkedHashMap<String, Object>();
        at.forEach(
                (path, figure) ->
                        renamed.put(
                                pattern.matcher(path)
                                        .replaceAll(
                                                part ->
                                                        Matcher.quoteReplacement(
                                                                parts.get(part.group()))),
                                figure));
        return new Figures(renamed);
    }

    /// Where others are not these, each in a line.
    ///
    /// @param tolerance relative, and absolute for figures within 1 of 0
    List<String> differences(Figures others, double tolerance) {
        var differences = new ArrayList<String>();
        at.forEach(
                (path, figure) -> {
                    Object other = others.at.get(path);
                    if (!isClose(figure, other, tolerance)) {
                        differences.add("%s: %s, not %s".formatted(path, other, figure));
                    }
                });
        others.at.keySet().stream()
                .filter(path -> !at.containsKey(path))
                .forEach(path -> differences.add(path + " is new"));
        return differences;
    }

    private static boolean isClose(Object figure, @Nullable Object other, double tolerance) {
        if (!(figure instanceof Double expected && other instanceof Double actual)) {
            return figure.equals(other);
        }
        double size = Math.max(1, Math.max(Math.abs(expected), Math.abs(actual)));
        return Math.abs(expected - actual) <= tolerance * size;
    }
}
