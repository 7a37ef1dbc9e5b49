package eyebright.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The vectors of the language, which stand in text files beside the tests, and what they read.
final class Vectors {

    /// What the vectors may read.
    static final Vocabulary VOCABULARY = vocabulary();

    private Vectors() {}

    /// The lines of a file of vectors, comments left out.
    static Stream<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A scope from words such as `age=3, cried_ever="yes", felt.joy=true`.
    static Scope scope(String words) {
        Map<String, Value> values = new HashMap<>();
        for (String word : words.split(", ", -1)) {
            if (!word.isBlank()) {
                int equals = word.indexOf('=');
                values.put(word.substring(0, equals), value(word.substring(equals + 1)));
            }
        }
        return name -> values.getOrDefault(name, new Value.Unknown());
    }

    private static Value value(String text) {
        if (text.startsWith("\"")) {
            return new Value.Text(text.substring(1, text.length() - 1));
        }
        return switch (text) {
            case "true" -> new Value.Logic(Truth.TRUE);
            case "false" -> new Value.Logic(Truth.FALSE);
            default -> new Value.Decimal(new BigDecimal(text));
        };
    }

    /// A value as the vectors write it.
    static String words(Value value) {
        return switch (value) {
            case Value.Logic(Truth truth) -> truth.name();
            case Value.Decimal(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
            case Value.Text(String text) -> text;
            case Value.Unknown _ -> "?";
        };
    }

    private static Vocabulary vocabulary() {
        Map<String, Vocabulary.Meaning> known = new HashMap<>();
        known.put("cried_ever", text("yes", "no"));
        known.put("training", text("student", "fellow", "licensed"));
        known.put("word", text());
        for (String number : List.of("age", "sessions", "tears")) {
            known.put(number, new Vocabulary.Meaning(Type.DECIMAL, List.of()));
        }
        for (String condition : List.of("felt.joy", "felt.fear", "felt.none")) {
            known.put(condition, new Vocabulary.Meaning(Type.LOGIC, List.of()));
        }
        return new Vocabulary() {
            @Override
            public Optional<Meaning> meaning(String variable) {
                return Optional.ofNullable(known.get(variable));
            }

            @Override
            public Collection<String> names() {
                return known.keySet();
            }
        };
    }

    private static Vocabulary.Meaning text(String... codes) {
        return new Vocabulary.Meaning(
                Type.TEXT, Arrays.stream(codes).collect(Collectors.toUnmodifiableList()));
    }
}
