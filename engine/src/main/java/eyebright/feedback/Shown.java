package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.plan.Published;
import eyebright.study.Option;
import eyebright.study.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing to explore: a respondent's answer beside those of others.
public sealed interface Shown {

    /// What it shows, as a person asks it.
    String asks();

    /// For whom it is, and among whom the others are; absent: all.
    Optional<Expression> among();

    /// A number as a band in words.
    ///
    /// @param number a number of the answers, the name of a scale among them
    /// @param bands from the lowest, four or more: three cut points or more
    /// @param unit what it counts; absent of a scale
    /// @param points the points of a rating or of a scale of ratings; absent of anything else
    /// @param published what stands in before there are enough answers
    /// @param note what a reader must know of it, such as that a scale is not validated
    record Amount(
            String asks,
            Expression number,
            List<Band> bands,
            Optional<Unit> unit,
            Optional<Points> points,
            List<Published> published,
            Optional<String> note,
            Optional<Expression> among)
            implements Shown {

        /// The fewest cut points: with fewer, hardly anybody learns anything.
        public static final int LEAST_CUTS = 3;

        public Amount {
            bands = List.copyOf(bands);
            published = List.copyOf(published);
            if (bands.size() <= LEAST_CUTS) {
                throw new IllegalArgumentException(
                        "bands of %s must be %d or more, not %d"
                                .formatted(number, LEAST_CUTS + 1, bands.size()));
            }
            for (int i = 0; i < bands.size(); i++) {
                boolean isLast = i == bands.size() - 1;
                if (bands.get(i).to().isEmpty() != isLast
                        || (i > 0 && !isLast && !isAbove(bands.get(i), bands.get(i - 1)))) {
                    throw new IllegalArgumentException(
                            "bands of %s must rise, and the last must have no end"
                                    .formatted(number));
                }
            }
        }

        private static boolean isAbove(Band band, Band before) {
            return band.to().orElseThrow() > before.to().orElseThrow();
        }

        /// The place of the band a number is in.
        public int band(double value) {
            int band = 0;
            while (bands.get(band).to().isPresent() && value > bands.get(band).to().getAsDouble()) {
                band++;
            }
            return band;
        }
    }

    /// What was chosen of a list.
    ///
    /// @param question a one-of or several-of question
    /// @param options its options, in the order of the questionnaire
    /// @param several whether more than one may be chosen
    /// @param published figures by option, which stand in before there are enough answers
    record Choices(
            String asks,
            String question,
            List<Option> options,
            Several several,
            Map<String, Published> published,
            Optional<String> note,
            Optional<Expression> among)
            implements Shown {

        public Choices {
            options = List.copyOf(options);
            published =
                    java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(published));
        }
    }

    /// How many options may be chosen.
    enum Several {
        ONE,
        ANY
    }

    /// Two settings of one person side by side: two numbers.
    ///
    /// @param first the number in one setting
    /// @param second the number in the other
    /// @param unit what both count
    record TwoAmounts(
            String asks,
            Setting first,
            Setting second,
            Unit unit,
            Optional<String> note,
            Optional<Expression> among)
            implements Shown {}

    /// A number in one of two settings.
    ///
    /// @param called the setting within a sentence, such as `in daily life`
    record Setting(Expression number, String called) {}

    /// Two settings of one person side by side: the same options of two questions.
    ///
    /// @param options those both questions have, in the order of the first
    record TwoChoices(
            String asks,
            Asked first,
            Asked second,
            List<Option> options,
            Optional<String> note,
            Optional<Expression> among)
            implements Shown {

        public TwoChoices {
            options = List.copyOf(options);
        }
    }

    /// A several-of question in one of two settings.
    ///
    /// @param called the setting within a sentence, such as `in daily life`
    record Asked(String question, String called) {}
}
