package eyebright.plan;

import eyebright.analysis.Folder;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A small study with every kind of variable that a model reads, for tests.
public final class Models {

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

    /// A plan with every analysis that a model or a scale takes part in, and with all that stands beside one.
    public static final String PLAN =
            """
            - plan: models
              respondents: 20
              simultaneous: [correlations]
            - {let: per_hour, be: hellos / hours, label: one hello an hour}
            - let: step
              be: [{when: after == "worse", be: -1}, {when: after == "better", be: 1}, {be: 0}]
            - let: glad
              be: [{when: felt.fear, be: 0}, {be: felt.joy}]
            - {claim: pair, asks: a?, says: b, paired: [felt.joy, felt_home.joy], expects: {more-by: 0 points}}
            - {claim: pearson, asks: a?, says: b, family: correlations, correlate: [boldness, greeted], expects: {within: 0.15}}
            - {claim: spearman, asks: a?, says: b, family: correlations, correlate: [hellos, age + hours], by: spearman, expects: {above: 0}}
            - {claim: kendall, asks: a?, says: b, family: correlations, correlate: [warmth, felt.joy], by: kendall, expects: {inside: [-0.1, 0.3]}}
            - {claim: line, asks: a?, says: b, linear: hellos ~ age / 10 + gender * boldness, levels: {gender: [man, woman]}, shows: [age / 10, gender], expects: {above: 0.5}}
            - {claim: rate, asks: a?, says: b, linear: per_hour ~ log(age) + glad}
            - {claim: odds, asks: a?, says: b, primary: true, family: models, logistic: greeted ~ boldness, expects: {above: 1 times}}
            - {claim: odds-of, asks: a?, says: b, family: models, logistic: after ~ boldness + felt.joy, levels: {after: [same, better]}, expects: {within: 1.25 times}}
            - {claim: odds-let, asks: a?, says: b, logistic: glad ~ age}
            - {claim: part, asks: a?, says: b, family: models, logistic: greeted ~ boldness + age + gender, block: [age, gender], expects: {below: 0.05}}
            - {claim: part-line, asks: a?, says: b, linear: hellos ~ boldness + age, block: boldness}
            - {claim: many, asks: a?, says: b, counts: hellos ~ boldness + offset(log(hours)), among: hours > 0, expects: {above: 1 times}}
            - {claim: order, asks: a?, says: b, ordinal: after ~ warmth + gender, levels: {after: [worse, same, better]}, at: {warmth: [1, 3.5, 5]}, expects: {below: 1 times}}
            - {claim: points, asks: a?, says: b, ordinal: warmth ~ boldness}
            - {claim: kinds, asks: a?, says: b, multinomial: after ~ boldness, levels: {after: [same, better, worse]}, shows: boldness}
            - {claim: two, asks: a?, says: b, stacked: [hellos_home ~ boldness + age / 10, hellos ~ boldness + age / 10 + offset(log(hours))], expects: {words: not the same}}
            - {claim: two-one, asks: a?, says: b, stacked: [hellos_home ~ boldness + gender, hellos ~ boldness + gender], shows: [boldness]}
            - {claim: within, asks: a?, says: b, matched: {warmth: [warmth, warmth_home], joy: [felt.joy, felt_home.joy]}, outcome: ['greeted == "yes"', 'greeted_home == "yes"'], expects: {above: 1 times}}
            - {claim: within-first, asks: a?, says: b, matched: {greeted: [greeted, greeted_home], warmth: [warmth, warmth_home]}}
            - {claim: scale, asks: a?, says: b, reliability: boldness, expects: {above: 0.7}}
            - claim: pooled
              asks: a?
              says: b
              compare: hellos
              between: {gender: [{"women, and others": [woman, another]}, man]}
              expects: {more-by: 0 points}
              beside:
                - {name: bold, says: Of the bold., compare: hellos, between: gender, among: boldness > 5}
                - {name: model, says: By a model., counts: hellos ~ gender}
                - {name: later, says: By another., not-yet: A mixed model., uses: [hellos]}
            """;

    private Models() {}

    /// The whole folder.
    public static Folder folder() {
        return with(PLAN);
    }

    /// The folder with another plan.
    public static Folder with(String plan) {
        return new Folder(QUESTIONS).with("scales.yaml", SCALES).with("plan.yaml", plan);
    }

    /// The folder with one claim, whose analysis stands in its third column.
    public static Folder claim(String analysis) {
        return with("- {claim: x, asks: a?, says: b, %s}\n".formatted(analysis));
    }

    /// So many rows, the same for the same seed; about one answer in twenty is skipped.
    public static String table(int rows, long seed) {
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
