package eyebright.stats;

import eyebright.stats.matrix.Matrix;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// Looks through whatever a statistic gave for numbers that are none and reasons that no psychologist
/// would understand.
///
/// Every public answer of a result that needs no argument, or only a level, is asked for, and so are
/// theirs: a record, a model, a list of them.
public final class Soundness {

    /// What may not be in a clause of an article: names of code, numbers that are none, powers of ten.
    private static final Pattern UNPLAIN =
            Pattern.compile(
                    "NaN|Infinity|null|Exception|java|eyebright|\\bmust\\b|[A-Za-z]\\[\\d|@|^\\s*$|\\.$|^[A-Z]");

    private static final int DEEPEST = 6;

    private final List<String> faults = new ArrayList<>();
    private final String where;
    private final double level;

    private Soundness(String where, double level) {
        this.where = where;
        this.level = level;
    }

    /// Everything that is wrong with an outcome, each in a line.
    ///
    /// @param where what to call the outcome
    /// @param level at which intervals are asked for
    public static List<String> faults(String where, double level, Callable<?> outcome) {
        var soundness = new Soundness(where, level);
        try {
            soundness.look("", outcome.call(), 0);
        } catch (Exception | StackOverflowError | AssertionError e) {
            soundness.fault("", e);
        }
        return soundness.faults;
    }

    private void fault(String path, Object what) {
        var trace =
                what instanceof Throwable e
                        ? Arrays.stream(e.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("eyebright"))
                                .limit(4)
                                .toList()
                        : "";
        faults.add("%s%s: %s %s".formatted(where, path, what, trace));
    }

    private void look(String path, Object outcome, int depth) {
        switch (outcome) {
            case Double number -> {
                if (!Double.isFinite(number)) {
                    fault(path, number);
                }
            }
            case OptionalDouble number -> number.ifPresent(each -> look(path, each, depth));
            case double[] numbers ->
                    Arrays.stream(numbers).distinct().forEach(each -> look(path, each, depth));
            case Optional<?> maybe -> maybe.ifPresent(each -> look(path, each, depth));
            case List<?> list -> {
                for (int i = 0; i < Math.min(list.size(), 5); i++) {
                    look("%s[%d]".formatted(path, i), list.get(i), depth);
                }
            }
            case Matrix matrix -> look(path, matrix.values(), depth);
            case String text -> {
                if (path.endsWith(".reason") && UNPLAIN.matcher(text).find()) {
                    fault(path, text);
                }
            }
            case Enum<?> _, Boolean _, Integer _, Long _ -> {}
            default -> {
                if (outcome.getClass().getName().startsWith("eyebright") && depth < DEEPEST) {
                    ask(path, outcome, depth + 1);
                }
            }
        }
    }

    private void ask(String path, Object outcome, int depth) {
        var methods = new ArrayList<>(List.of(outcome.getClass().getDeclaredMethods()));
        methods.sort(Comparator.comparing(Method::toString));
        for (Method method : methods) {
            boolean answers =
                    Modifier.isPublic(method.getModifiers())
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getReturnType() != outcome.getClass()
                            && !method.getName().matches("hashCode|toString|equals");
            boolean plain = method.getParameterCount() == 0;
            boolean levelled =
                    Arrays.equals(method.getParameterTypes(), new Class<?>[] {double.class});
            if (answers && (plain || (levelled && method.getReturnType() == Estimate.class))) {
                String next = path + "." + method.getName();
                try {
                    method.setAccessible(true);
                    look(
                            next,
                            plain ? method.invoke(outcome) : method.invoke(outcome, level),
                            depth);
                } catch (InvocationTargetException e) {
                    fault(next, e.getCause() == null ? e : e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
