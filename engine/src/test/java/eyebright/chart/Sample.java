package eyebright.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One picture of every kind and of every way a kind can come out; the figures are invented.
enum Sample {
    SHARE_BESIDE_PUBLISHED {
        @Override
        Picture draw(Style style) {
            return DotPlot.of(
                            "Share who ever cried",
                            Axis.shares(),
                            Backdrop.plain(),
                            Figure.of(71, 68, 74),
                            Figure.of(72, 67.1, 76.6))
                    .draw(style);
        }
    },
    PUBLISHED_ALONE {
        @Override
        Picture draw(Style style) {
            return DotPlot.of(
                            "Share who ever cried",
                            Axis.shares(),
                            Backdrop.plain(),
                            Figure.none(),
                            Figure.of(72))
                    .draw(style);
        }
    },
    DIFFERENCE_TOO_SMALL_TO_MATTER {
        @Override
        Picture draw(Style style) {
            return DotPlot.of(
                            "Difference, women minus men",
                            Axis.covering(Unit.points()),
                            Backdrop.tooSmall(-10, 10),
                            Figure.of(3.5, -4, 11),
                            Figure.none())
                    .draw(style);
        }
    },
    ROWS_BESIDE_PUBLISHED {
        @Override
        Picture draw(Style style) {
            return new DotPlot(
                            "Who has cried, and when",
                            Axis.shares(),
                            Backdrop.plain(),
                            List.of(
                                    new DotPlot.Row(
                                            "Cried in therapy, ever",
                                            Figure.of(71, 68, 74),
                                            Figure.of(72, 67, 77)),
                                    new DotPlot.Row(
                                            "Cried in the last four weeks, of those who ever had",
                                            Figure.absent("fewer than 10 answered"),
                                            Figure.of(99.8, 98, 100))))
                    .draw(style);
        }
    },
    ROWS_AROUND_ZERO {
        @Override
        Picture draw(Style style) {
            return new DotPlot(
                            "Who cries, by trait",
                            Axis.covering(new Unit("d", 2, Unit.Sign.ALWAYS)),
                            Backdrop.zero(),
                            List.of(
                                    new DotPlot.Row(
                                            "Openness", Figure.of(.12, .01, .23), Figure.none()),
                                    new DotPlot.Row("Agreeableness", Figure.of(.08), Figure.none()),
                                    new DotPlot.Row(
                                            "Extraversion",
                                            Figure.of(-.05, -.16, .06),
                                            Figure.none())))
                    .draw(style);
        }
    },
    BARS_WITH_SHORT_NAMES {
        @Override
        Picture draw(Style style) {
            return new Bars(
                            "What they felt",
                            List.of(
                                    bar("Sadness", Figure.of(73, 69, 77), Figure.of(75)),
                                    bar("Being touched", Figure.of(66, 61.7, 70), Figure.of(63)),
                                    bar("Joy", Figure.of(11), Figure.none()),
                                    bar("None of these", Figure.of(.4, .1, 1.2), Figure.none())))
                    .draw(style);
        }
    },
    BARS_WITH_LONG_NAMES {
        @Override
        Picture draw(Style style) {
            return new Bars(
                            "What the session was about",
                            List.of(
                                    bar(
                                            "Working with grief or trauma most of the time",
                                            Figure.of(43, 39, 47),
                                            Figure.of(45, 40, 50)),
                                    bar(
                                            "Something in my own life, or in the life of somebody"
                                                    + " close to me, that came up",
                                            Figure.of(6, 3.7, 9),
                                            Figure.of(3)),
                                    bar(
                                            "Another",
                                            Figure.absent("fewer than 10 answered"),
                                            Figure.none())))
                    .draw(style);
        }
    },
    RATING_WITH_A_MIDDLE {
        @Override
        Picture draw(Style style) {
            return new DivergingBars(
                            "Effect on the relationship",
                            List.of("much worse", "worse", "no change", "better", "much better"),
                            "much worse",
                            "much better",
                            List.of(
                                    new DivergingBars.Item(
                                            "", 486, List.of(.4, 1.6, 52.0, 34.0, 12.0))))
                    .draw(style);
        }
    },
    RATINGS_OF_NINE_POINTS {
        @Override
        Picture draw(Style style) {
            return new DivergingBars(
                            "What therapists believe",
                            IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList(),
                            "disagree fully",
                            "agree fully",
                            List.of(
                                    new DivergingBars.Item(
                                            "Tears show that the therapist cares",
                                            480,
                                            List.of(2., 3., 5., 8., 12., 20., 25., 15., 10.)),
                                    new DivergingBars.Item(
                                            "A therapist who cries makes the client take care",
                                            48,
                                            List.of(50., 20., 20., 10., 0., 0., 0., 0., 0.))))
                    .draw(style);
        }
    },
    RATING_WITHOUT_A_MIDDLE {
        @Override
        Picture draw(Style style) {
            return new DivergingBars(
                            "How often tears are held back",
                            List.of("never", "seldom", "often", "always"),
                            "never, under no circumstances",
                            "always, whatever happens",
                            List.of(
                                    new DivergingBars.Item(
                                            "Therapists", 80, List.of(20., 30., 25., 25.))))
                    .draw(style);
        }
    },
    TWO_SETTINGS {
        @Override
        Picture draw(Style style) {
            return new SideBySide(
                            "What was felt, in both settings",
                            Axis.shares(),
                            "in therapy",
                            "in daily life",
                            List.of(
                                    new SideBySide.Option(
                                            "Sadness",
                                            Figure.of(73, 69, 77),
                                            Figure.of(81, 78, 84)),
                                    new SideBySide.Option(
                                            "Anger",
                                            Figure.of(3, 1.6, 5),
                                            Figure.absent("fewer than 10 answered"))))
                    .draw(style);
        }
    },
    TWO_SETTINGS_COUNTED {
        @Override
        Picture draw(Style style) {
            return new SideBySide(
                            "How often",
                            Axis.fromZero(
                                    new Unit("times in the last 28 days", 1, Unit.Sign.MINUS_ONLY)),
                            "as a therapist, in sessions",
                            "in daily life",
                            List.of(
                                    new SideBySide.Option(
                                            "Women",
                                            Figure.of(.6, .5, .7),
                                            Figure.of(2.1, 1.8, 2.4))))
                    .draw(style);
        }
    },
    GROUPS_WITH_LONG_NAMES {
        @Override
        Picture draw(Style style) {
            return new GroupDots(
                            "Share who ever cried, by orientation",
                            Axis.shares(),
                            List.of(
                                    new GroupDots.Group(
                                            "Cognitive behavioural", 240, Figure.of(62, 56, 68)),
                                    new GroupDots.Group(
                                            "Eclectic with a psychodynamic emphasis",
                                            95,
                                            Figure.of(75, 66, 83)),
                                    new GroupDots.Group(
                                            "Systemic", 7, Figure.absent("fewer than 10"))))
                    .draw(style);
        }
    },
    GROUPS_ON_A_RATING {
        @Override
        Picture draw(Style style) {
            return new GroupDots(
                            "Strength of the relationship, by gender",
                            Axis.between(0, 10, new Unit("", 1, Unit.Sign.MINUS_ONLY)),
                            List.of(
                                    new GroupDots.Group("Women", 513, Figure.of(6.2, 6, 6.4)),
                                    new GroupDots.Group("Men", 160, Figure.of(10, 9.5, 10))))
                    .draw(style);
        }
    };

    abstract Picture draw(Style style);

    /// The name of its file and the beginning of its ids.
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Bars.Option bar(String label, Figure ours, Figure published) {
        return new Bars.Option(label, ours, published);
    }
}
