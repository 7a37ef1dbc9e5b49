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
    RATIOS_AROUND_1 {
        @Override
        Picture draw(Style style) {
            return new DotPlot(
                            "What goes with having cried",
                            Axis.ratios(new Unit("times", 2, Unit.Sign.MINUS_ONLY)),
                            Backdrop.reference(1, "no difference"),
                            List.of(
                                    new DotPlot.Row(
                                            "Ten more years of age",
                                            Figure.of(1.18, 1.01, 1.38),
                                            Figure.none()),
                                    new DotPlot.Row(
                                            "Women rather than men",
                                            Figure.of(0.62, 0.21, 1.83),
                                            Figure.none()),
                                    new DotPlot.Row(
                                            "A loss in the last year",
                                            Figure.absent("the interval is too wide to draw"),
                                            Figure.none())))
                    .draw(style);
        }
    },
    RATIO_TOO_SMALL_TO_MATTER {
        @Override
        Picture draw(Style style) {
            return DotPlot.of(
                            "Rate of crying in daily life, psychodynamic rather than behavioural",
                            Axis.ratios(new Unit("times", 2, Unit.Sign.MINUS_ONLY)),
                            Backdrop.tooSmall(0.8, 1.25),
                            Figure.of(0.87, 0.72, 1.05),
                            Figure.none())
                    .draw(style);
        }
    },
    RATIOS_FAR_FROM_1 {
        @Override
        Picture draw(Style style) {
            return DotPlot.of(
                            "Odds",
                            Axis.ratios(new Unit("times", 2, Unit.Sign.MINUS_ONLY)),
                            Backdrop.reference(1, "no difference"),
                            Figure.of(12, 0.02, 640),
                            Figure.none())
                    .draw(style);
        }
    },
    RATIOS_IN_TWO_SETTINGS {
        @Override
        Picture draw(Style style) {
            return new SideBySide(
                            "What goes with tears in both settings",
                            Axis.ratios(new Unit("times", 2, Unit.Sign.MINUS_ONLY)),
                            "Crying in daily life",
                            "Tears in therapy",
                            List.of(
                                    new SideBySide.Option(
                                            "Women rather than men",
                                            Figure.of(0.92, 0.8, 1.06),
                                            Figure.of(1.41, 0.95, 2.11)),
                                    new SideBySide.Option(
                                            "One more point of openness",
                                            Figure.of(1.03, 0.91, 1.17),
                                            Figure.of(0.85, 0.64, 1.13))))
                    .draw(style);
        }
    },
    RELIABILITY_BESIDE_ENOUGH {
        @Override
        Picture draw(Style style) {
            return DotPlot.of(
                            "Reliability",
                            Axis.between(0, 1, new Unit("", 2, Unit.Sign.MINUS_ONLY)),
                            Backdrop.reference(0.7, "0.70 is enough"),
                            Figure.of(0.76, 0.72, 0.79),
                            Figure.none())
                    .draw(style);
        }
    },
    CHANCES_AT_THREE_VALUES {
        @Override
        Picture draw(Style style) {
            return new DivergingBars(
                            "Chances of each answer",
                            List.of(
                                    "Much worse",
                                    "Somewhat worse",
                                    "No change",
                                    "Somewhat better",
                                    "Much better"),
                            "Much worse",
                            "Much better",
                            List.of(
                                    DivergingBars.Item.ofChances(
                                            "The strength of the relationship: 2",
                                            List.of(4.0, 16.0, 50.0, 22.0, 8.0)),
                                    DivergingBars.Item.ofChances(
                                            "The strength of the relationship: 8",
                                            List.of(0.0, 2.0, 38.0, 40.0, 20.0))))
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
    },
    OWN_BAND_AMONG_OTHERS {
        @Override
        Picture draw(Style style) {
            return new OwnPlace(
                            "How often do you cry in daily life?",
                            "684 therapists",
                            "48 therapists at the same point of their training",
                            List.of(
                                    lane("never", false, Figure.of(19), Figure.absent("too few")),
                                    lane("now and then", true, Figure.of(47), Figure.of(52)),
                                    lane("often", false, Figure.of(34), Figure.absent("too few")),
                                    lane("very often", false, Figure.of(0), Figure.of(0))))
                    .draw(style);
        }
    },
    OWN_BAND_BEFORE_THERE_ARE_OTHERS {
        @Override
        Picture draw(Style style) {
            return new OwnPlace(
                            "Openness",
                            "",
                            "",
                            List.of(
                                    lane("low", false, Figure.none(), Figure.none()),
                                    lane("in the middle", false, Figure.none(), Figure.none()),
                                    lane("high", true, Figure.none(), Figure.none())))
                    .draw(style);
        }
    },
    OWN_OPTIONS_AMONG_OTHERS {
        @Override
        Picture draw(Style style) {
            return new OwnPlace(
                            "Why did you hold your tears back?",
                            "486 therapists",
                            "",
                            List.of(
                                    lane(
                                            "So that my client would not worry about me",
                                            true,
                                            Figure.of(100),
                                            Figure.none()),
                                    lane(
                                            "It was my client's time, not mine",
                                            true,
                                            Figure.of(63),
                                            Figure.none()),
                                    lane("None of these", false, Figure.of(1), Figure.none())))
                    .draw(style);
        }
    },
    HUNDRED_WITH_AN_INTERVAL {
        @Override
        Picture draw(Style style) {
            return new Hundred(
                            "Tears in the next four weeks",
                            "therapists like you",
                            "have tears in a session in the next four weeks",
                            31,
                            18,
                            46,
                            80)
                    .draw(style);
        }
    },
    HUNDRED_WITHOUT_DOUBT {
        @Override
        Picture draw(Style style) {
            return new Hundred("First tears", "people", "wave", 0, 0, 0, 80).draw(style);
        }
    };

    abstract Picture draw(Style style);

    /// The name of its file and the beginning of its ids.
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OwnPlace.Lane lane(String label, boolean yours, Figure all, Figure alike) {
        return new OwnPlace.Lane(
                label, yours ? OwnPlace.Whose.YOURS : OwnPlace.Whose.OTHERS, all, alike);
    }

    private static Bars.Option bar(String label, Figure ours, Figure published) {
        return new Bars.Option(label, ours, published);
    }
}
