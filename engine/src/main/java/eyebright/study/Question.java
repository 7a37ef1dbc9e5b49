package eyebright.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One thing asked of a respondent, or said to them.
///
/// The kinds are closed: a new kind makes the compiler name every place that must learn it (page, form,
/// table, rehearsal, article).
public sealed interface Question {

    /// The id, the text and what else every question has.
    Asked asked();

    /// Unique within its study.
    default String id() {
        return asked().id();
    }

    /// Exactly one of the options.
    ///
    /// @param order of the options; those that stand alone stay last
    record OneOf(Asked asked, List<Option> options, Order order) implements Question {
        public OneOf {
            options = List.copyOf(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException(
                        "options of question %s must be 2 or more, not %s"
                                .formatted(asked.id(), options));
            }
        }
    }

    /// Any number of the options; one that is `alone` excludes the others.
    ///
    /// @param order of the options; those that stand alone stay last
    record SeveralOf(Asked asked, List<Option> options, Order order) implements Question {
        public SeveralOf {
            options = List.copyOf(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException(
                        "options of question %s must be 2 or more, not %s"
                                .formatted(asked.id(), options));
            }
        }
    }

    /// One point between two labelled ends.
    record Rating(Asked asked, Points points) implements Question {}

    /// Adjectives or statements rated one by one on the same points.
    ///
    /// @param order of the items
    record Rate(Asked asked, List<Item> items, Points points, Order order) implements Question {
        public Rate {
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException(
                        "items of question %s must be 1 or more, not none".formatted(asked.id()));
            }
        }
    }

    /// How many: a whole number from `from` to `to`.
    ///
    /// @param unit what is counted, such as `sessions`
    record Count(Asked asked, int from, int to, String unit) implements Question {
        public Count {
            if (from < 0 || from >= to) {
                throw new IllegalArgumentException(
                        "from of question %s must be 0 or more and below to, not %d to %d"
                                .formatted(asked.id(), from, to));
            }
        }
    }

    /// A number with its unit, between `from` and `to`, with at most `decimals` digits after the point.
    record Quantity(Asked asked, BigDecimal from, BigDecimal to, int decimals, String unit)
            implements Question {
        public Quantity {
            if (from.compareTo(to) >= 0) {
                throw new IllegalArgumentException(
                        "from of question %s must be below to, not %s to %s"
                                .formatted(asked.id(), from, to));
            }
            if (decimals < 0 || decimals > 6) {
                throw new IllegalArgumentException(
                        "decimals of question %s must be 0 to 6, not %d"
                                .formatted(asked.id(), decimals));
            }
        }
    }

    /// "About one session in …": the answer is the whole number after "in", from 1 to `to`.
    ///
    /// @param unit what the one is of, in the singular, such as `session`
    record OneIn(Asked asked, int to, String unit) implements Question {
        public OneIn {
            if (to < 2) {
                throw new IllegalArgumentException(
                        "to of question %s must be 2 or more, not %d".formatted(asked.id(), to));
            }
        }
    }

    /// Words of the respondent's own, at most `upTo` characters; a line if short, an area if long.
    record Words(Asked asked, int upTo) implements Question {
        public Words {
            if (upTo < 1 || upTo > 5000) {
                throw new IllegalArgumentException(
                        "up-to of question %s must be 1 to 5000, not %d"
                                .formatted(asked.id(), upTo));
            }
        }
    }

    /// Something said, not asked: there is no answer and no column.
    record Statement(Asked asked) implements Question {}

    /// Whether its options or items come in an order that is drawn anew for each respondent.
    default boolean isDrawn() {
        return switch (this) {
            case OneOf one -> one.order() == Order.RANDOM;
            case SeveralOf several -> several.order() == Order.RANDOM;
            case Rate rate -> rate.order() == Order.RANDOM;
            case Rating _, Count _, Quantity _, OneIn _, Words _, Statement _ -> false;
        };
    }

    /// The options of a question that has some.
    default List<Option> optionsOrNone() {
        return switch (this) {
            case OneOf one -> one.options();
            case SeveralOf several -> several.options();
            case Rating _, Rate _, Count _, Quantity _, OneIn _, Words _, Statement _ -> List.of();
        };
    }

    /// The option of that code, of a question that has options.
    default Optional<Option> option(String code) {
        return optionsOrNone().stream().filter(option -> option.code().equals(code)).findFirst();
    }
}
