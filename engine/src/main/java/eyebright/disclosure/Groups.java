package eyebright.disclosure;

import eyebright.study.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Options that are put together under one of them, so that what is published is still an answer to the question.
///
/// @param under of each option that is put under another, the code of that one by its own
public record Groups(Map<String, String> under) {

    public Groups {
        under = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(under));
        for (Map.Entry<String, String> each : under.entrySet()) {
            if (under.containsKey(each.getValue())) {
                throw new IllegalArgumentException(
                        "%s must not be put under %s, which is put under another"
                                .formatted(each.getKey(), each.getValue()));
            }
        }
    }

    /// The code that an answer is published under.
    String code(String answer) {
        return Optional.ofNullable(under.get(answer)).orElse(answer);
    }

    /// All options, in their order, with labels that say what was put where.
    List<Option> options(List<Option> options) {
        return options.stream()
                .map(
                        option ->
                                new Option(
                                        option.code(),
                                        label(option, options),
                                        option.alone(),
                                        option.foreign()))
                .toList();
    }

    private String label(Option option, List<Option> options) {
        String other = under.get(option.code());
        if (other != null) {
            return "%s (put under %s)".formatted(option.label(), other);
        }
        List<String> put =
                options.stream()
                        .filter(each -> option.code().equals(under.get(each.code())))
                        .map(Option::label)
                        .toList();
        return put.isEmpty()
                ? option.label()
                : "%s; also: %s".formatted(option.label(), String.join("; ", put));
    }

    /// What was put together, such as `us with canada; elsewhere with uk, ireland`.
    String words() {
        Map<String, List<String>> put = new LinkedHashMap<>();
        under.forEach(
                (code, other) -> put.computeIfAbsent(other, _ -> new ArrayList<>()).add(code));
        return String.join(
                "; ",
                put.entrySet().stream()
                        .map(each -> each.getKey() + " with " + String.join(", ", each.getValue()))
                        .toList());
    }
}
