package eyebright.analysis;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A small study with every kind of variable that a model reads, for tests.
final class Models {

    private static final String QUESTIONS =
            """
            - page: about-you
              title: You
              questions:
                - {id: gender, ask: Gender?, one-of: [{woman: Woman}, {man: Man}, {another: Another}]}
                - {id: age, ask: How old?, number: {from: 18, to: 90, unit: years}}
                - {id: hours, ask: How many hours?, count: {from: 0, to: 100, unit: hours}}
                - {id: greeted, ask: Did you greet?, one-of: [{"yes": "Yes"}, {"no": "No"}, {unsure: Not sure}]}
                - {id: greeted_home, ask: Did you greet at home?, one-of: [{"yes": "Yes"}, {"no": "No"}, {unsure: Not sure}]}
                - {id: felt, ask: What did you feel?, several-of: [{joy: Joy}, {fear: Fear}, {none: None of these, alone: true}]}
                - {id: felt_home, ask: And at home?, several-of: [{joy: Joy}, {fear: Fear}, {none: None of these, alone: true}]}
                - {id: warmth, ask: How warm was it?, rating: {from: 1, to: 5, low: not at all, high: very}}
                - {id: warmth_home, ask: And at home?, rating: {from: 1, to: 5, low: not at all, high: very}}
                - {id: hellos, ask: How many hellos?, count: {from: 0, to: 500, unit: people}}
                - {id: hellos_home, ask: And at home?, count: {from: 0, to: 500, unit: people}}
                - {id: after, ask: And after?, one-of: [{better: Better}, {same: The same}, {worse: Worse}]}
                - id: traits
                  ask: How well does it describe you?
                  rate: [{shy: Shy}, {bold: Bold}, {loud: Loud}]
                  points: {from: 1, to: 9, low: not, high: very}
                - {id: word, ask: What do you say?, text: {up-to: 80}}
            """;

    private static final String SCALES =
            """
            - {scale: boldness, title: Boldness, items: [traits.bold, traits.loud, traits.shy], reversed: [traits.shy]}
            """;

    private Models() {}

    /// The folder with that plan.
    static Folder with(String plan) {
        return new Folder(QUESTIONS).with("scales.yaml", SCALES).with("plan.yaml", plan);
    }

    /// The folder with one claim, whose analysis stands in its third column.
    static Folder claim(String analysis) {
        return with("- {claim: x, asks: a?, says: b, %s}\n".formatted(analysis));
    }

    /// So many rows, the same for the same seed; about one answer in twenty is skipped.
    static String table(int rows, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var csv =
                new StringBuilder(
                        "respondent,gender,age,hours,greeted,greeted_home,felt.joy,felt.fear,felt.none,felt_home.joy,felt_home.fear,felt_home.none,warmth,warmth_home,hellos,hellos_home,after,traits.shy,traits.bold,traits.loud,word\n");
        for (int row = 0; row < rows; row++) {
            int age = 18 + random.nextInt(70);
            double bold = random.nextGaussian();
            int hours = 5 + random.nextInt(60);
            csv.append('r').append(row);
            add(csv, random, any(random, "woman", "woman", "man", "man", "another"));
            add(csv, random, Integer.toString(age));
            add(csv, random, Integer.toString(hours));
            add(csv, random, yesNo(random, bold));
            add(csv, random, yesNo(random, 0));
            add(csv, random, any(random, "1,0,0", "1,1,0", "0,1,0", "0,0,1"));
            add(csv, random, any(random, "1,0,0", "1,1,0", "0,1,0", "0,0,1"));
            add(csv, random, point(random, 3 + bold, 5));
            add(csv, random, point(random, 3, 5));
            add(csv, random, hellos(random, hours * Math.exp(bold / 2) / 8));
            add(csv, random, hellos(random, age / 20.0));
            add(csv, random, any(random, "better", "better", "same", bold > 0 ? "same" : "worse"));
            add(csv, random, point(random, 5 - 2 * bold, 9));
            add(csv, random, point(random, 5 + 2 * bold, 9));
            add(csv, random, point(random, 5 + bold, 9));
            csv.append(",hello\n");
        }
        return csv.toString();
    }

    private static void add(StringBuilder csv, RandomGenerator random, String value) {
        boolean isSkipped = random.nextInt(20) == 0;
        csv.append(',').append(isSkipped ? value.replaceAll("[^,]+", "(skipped)") : value);
    }

    private static String yesNo(RandomGenerator random, double more) {
        if (random.nextInt(15) == 0) {
            return "unsure";
        }
        return random.nextGaussian() < more ? "yes" : "no";
    }

    private static String point(RandomGenerator random, double mean, int most) {
        long point = Math.round(mean + random.nextGaussian());
        return Long.toString(Math.clamp(point, 1, most));
    }

    private static String hellos(RandomGenerator random, double mean) {
        double spread = mean * Math.exp(random.nextGaussian() / 2);
        return Long.toString(Math.clamp(Math.round(spread), 0, 500));
    }

    private static String any(RandomGenerator random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
