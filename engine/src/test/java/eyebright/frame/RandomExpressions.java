package eyebright.frame;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts of expressions over [MadeFrames]: every operator and function, now and then with a part of the
/// wrong type, as no study could have it.
final class RandomExpressions {

    private static final List<String> CONSTANTS =
            List.of(
                    "0",
                    "1",
                    "2",
                    "-1",
                    "100",
                    "0.5",
                    "0.1",
                    "0.3333333333333333",
                    "0.33333333333333333333",
                    "2.3333333333333335",
                    "1.25",
                    "9007199254740993",
                    "1000000000000000",
                    "0.30",
                    "0.0625");

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 3)) {
            case 0 -> one(MadeFrames.TRUTHS);
            case 1 -> "answered(%s)".formatted(variable());
            case 2 -> "%s %s \"%s\"".formatted(text(), equality(), code());
            case 3, 4 ->
                    "(%s %s %s)"
                            .formatted(
                                    condition(depth - 1),
                                    random.nextBoolean() ? "and" : "or",
                                    condition(depth - 1));
            case 5 -> "not (%s)".formatted(condition(depth - 1));
            case 6, 7 ->
                    "%s %s %s"
                            .formatted(
                                    number(depth - 1),
                                    one(List.of("==", "!=", "<", "<=", ">", ">=")),
                                    number(depth - 1));
            case 8 ->
                    random.nextBoolean()
                            ? "%s in [\"%s\", \"%s\"]".formatted(text(), code(), code())
                            : "%s in [%s, %s]"
                                    .formatted(number(depth - 1), one(CONSTANTS), one(CONSTANTS));
            default -> wrong(depth);
        };
    }

    String number(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 3)) {
            case 0, 1 -> one(MadeFrames.NUMBERS);
            case 2 -> one(CONSTANTS);
            case 3, 4, 5 ->
                    "(%s %s %s)"
                            .formatted(
                                    number(depth - 1),
                                    one(List.of("+", "-", "*", "/")),
                                    number(depth - 1));
            case 6 -> "(-%s)".formatted(number(depth - 1));
            case 7 -> call(random.nextBoolean() ? "mean" : "sum", depth);
            default -> call("count", depth);
        };
    }

    private String call(String function, int depth) {
        int arguments = random.nextInt(1, 5);
        String list =
                IntStream.range(0, arguments)
                        .mapToObj(_ -> argument(function, depth))
                        .collect(Collectors.joining(", "));
        String least = random.nextBoolean() ? "" : "; " + random.nextInt(1, arguments + 1);
        return "%s(%s%s)".formatted(function, list, least);
    }

    private String argument(String function, int depth) {
        if (!function.equals("count")) {
            return number(depth - 2);
        }
        return switch (random.nextInt(3)) {
            case 0 -> condition(depth - 2);
            case 1 -> number(depth - 2);
            default -> text();
        };
    }

    private String wrong(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "%s == %s".formatted(text(), number(depth - 1));
            case 1 -> "not %s".formatted(one(MadeFrames.NUMBERS));
            case 2 -> "%s in [\"a\", 1]".formatted(variable());
            case 3 -> "nothing_of_that_name > 1";
            case 4 -> "several.z or %s".formatted(text());
            default -> "%s == %s".formatted(text(), text());
        };
    }

    private String variable() {
        return one(
                random.nextBoolean()
                        ? MadeFrames.NUMBERS
                        : random.nextBoolean() ? MadeFrames.TEXTS : MadeFrames.TRUTHS);
    }

    private String text() {
        return one(MadeFrames.TEXTS);
    }

    private String code() {
        return one(List.of("a", "b", "c", "d", "sea", ""));
    }

    private String equality() {
        return random.nextBoolean() ? "==" : "!=";
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
