package eyebright.analysis;

import java.util.List;
import java.util.random.RandomGenerator;

/// A small study with every kind of question an analysis reads, for tests.
public final class Hello {

    /// Its questions.
    public static final String QUESTIONS =
            """
            - page: greeting
              title: Today
              questions:
                - {id: gender, ask: Gender?, one-of: [{woman: Woman}, {man: Man}, {another: Another}]}
                - {id: greeted, ask: Did you greet?, one-of: [{"yes": "Yes"}, {"no": "No"}, {unsure: Not sure}]}
                - {id: felt, ask: What did you feel?, several-of: [{joy: Joy}, {fear: Fear}, {none: None of these, alone: true}]}
                - {id: warmth, ask: How warm was it?, rating: {from: 1, to: 5, low: not at all, high: very}}
                - {id: hellos, ask: How many?, count: {from: 0, to: 500, unit: people}}
                - id: traits
                  ask: How well does it describe you?
                  rate: [{shy: Shy}, {bold: Bold}]
                  points: {from: 1, to: 9, low: not, high: very}
                - {id: word, ask: What do you say?, text: {up-to: 80}}
            - page: yesterday
              title: Yesterday
              questions:
                - {id: felt_before, ask: What did you feel?, several-of: [{fear: Fear}, {joy: Joy}, {none: None of these, alone: true}]}
                - {id: mood, ask: And now?, several-of: [{good: Good}, {bad: Bad}]}
            """;

    /// A plan with every kind of analysis and of rule.
    public static final String PLAN =
            """
            - plan: hello
              respondents: 20
              level: 90%
            - {claim: greet, asks: How many greet?, says: Most greet., primary: true, share: greeted == "yes", expects: {above: 50%}, original: {published: greet}}
            - {claim: few, asks: How many do not?, says: Few do not., family: greeting, share: greeted == "no", among: gender == "woman", expects: {below: 3%}}
            - {claim: some, asks: How many are bold?, says: Some are., share: traits.bold > 5, expects: {inside: [35%, 55.5%]}}
            - claim: feelings
              asks: What do they feel?
              says: Joy.
              family: feelings
              shares: felt
              original: [{by-option: {joy: joy, fear: fear}}, {words: almost half, source: "Author 2013"}]
            - {claim: warm, asks: How warm?, says: Warm., shares: warmth}
            - {claim: said, asks: Did they greet?, says: They did., shares: greeted}
            - {claim: days, asks: Is today like yesterday?, says: It is., side-by-side: [felt, felt_before], expects: {words: no difference}}
            - {claim: women-greet, asks: Do women greet more?, says: They do., compare: greeted, between: {gender: [woman, man]}, expects: {more-by: 0 points}}
            - {claim: women-joy, asks: Do women feel more joy?, says: They do not., compare: felt.joy, between: {gender: [woman, man]}, expects: {not-more-by: 10 points}}
            - {claim: all-joy, asks: Who feels joy?, says: All., compare: felt.joy and not felt.fear, between: gender}
            - {claim: women-bold, asks: Are women bolder?, says: Equally., compare: boldness, between: {gender: [woman, man]}, expects: {within: 1 point}}
            - {claim: hellos-by-gender, asks: Who says it most often?, says: Nobody., compare: hellos, between: gender}
            - {claim: together, asks: Do gender and greeting go together?, says: No., table: [gender, greeted]}
            - {claim: hellos, asks: How many hellos?, says: Many., mean: hellos, original: {published: hellos}}
            - {claim: later, asks: Why?, says: Because., not-yet: A model., uses: [age_of_nobody]}
            """
                    .replace("age_of_nobody", "hellos, felt.joy, boldness");

    /// What others have published.
    public static final String PUBLISHED =
            """
            - {published: greet, quantity: people who greet, value: 72, unit: percent, base: respondents, source: "Author (2013), abstract", certainty: verified}
            - {published: joy, quantity: felt joy, value: 60, unit: percent, source: A digest, certainty: secondary, note: several may be named}
            - {published: fear, quantity: felt fear, unit: percent, source: Somebody, certainty: words only}
            - {published: hellos, quantity: hellos a day, value: 4.50, unit: people, source: By subtraction, certainty: derived}
            """;

    private static final String SCALES =
            """
            - {scale: boldness, items: [traits.bold, traits.shy], reversed: [traits.shy]}
            """;

    private Hello() {}

    /// The whole folder.
    public static Folder folder() {
        return with(PLAN);
    }

    public static Folder with(String plan) {
        return new Folder(QUESTIONS)
                .with("plan.yaml", plan)
                .with("published.yaml", PUBLISHED)
                .with("scales.yaml", SCALES);
    }

    /// So many rows, the same for the same seed.
    public static String table(int rows, long seed) {
        RandomGenerator random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var csv =
                new StringBuilder(
                        "respondent,gender,greeted,felt.joy,felt.fear,felt.none,warmth,hellos,traits.shy,traits.bold,word,felt_before.fear,felt_before.joy,felt_before.none,mood.good,mood.bad\n");
        for (int row = 0; row < rows; row++) {
            csv.append('r').append(row).append(',');
            csv.append(any(random, "woman", "woman", "man", "another")).append(',');
            csv.append(any(random, "yes", "yes", "yes", "no", "unsure", "(skipped)")).append(',');
            csv.append(
                            any(
                                    random,
                                    "1,0,0",
                                    "1,1,0",
                                    "0,1,0",
                                    "0,0,1",
                                    "(skipped),(skipped),(skipped)"))
                    .append(',');
            csv.append(any(random, "1", "3", "4", "5", "(skipped)")).append(',');
            csv.append(any(random, "0", "3", "12", "40", "(skipped)")).append(',');
            csv.append(any(random, "1", "5", "9")).append(',');
            csv.append(any(random, "2", "6", "(skipped)")).append(',');
            csv.append("hello,");
            csv.append(any(random, "1,0,0", "0,1,0", "(not reached),(not reached),(not reached)"))
                    .append(',');
            csv.append("1,0\n");
        }
        return csv.toString();
    }

    private static String any(RandomGenerator random, String... values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
