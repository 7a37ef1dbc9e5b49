package eyebright.respondents;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Specimen;
import eyebright.population.Population;
import eyebright.population.PopulationReader;
import eyebright.population.Scenario;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A small study with every kind of question, and a population with every kind of entry.
final class Town {

    static final String QUESTIONS =
            """
            - page: who
              title: Who
              expect: [{that: experience <= age - 15, else: Please check.}]
              questions:
                - {id: training, ask: Where?, one-of: [{student: S}, {licensed: L}, {other: O}]}
                - {id: age, ask: Age?, number: {from: 18, to: 100, unit: years}}
                - {id: gender, ask: Gender?, one-of: [{woman: W}, {man: M}, {another: A}]}
                - {id: experience, ask: Years?, count: {from: 0, to: 70, unit: years}}
            - page: practice
              title: Practice
              questions:
                - {id: sessions, ask: Sessions?, count: {from: 0, to: 300, unit: sessions}}
                - {id: cried, ask: Ever?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                - {id: held, ask: Held?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                - {id: daily, ask: Daily?, count: {from: 0, to: 200, unit: times}}
                - {id: seldom, ask: How seldom?, one-in: {to: 50000, unit: session}}
            - page: therapy
              title: Therapy
              show-if: cried == "yes"
              expect: [{that: tears <= sessions, else: Please check.}]
              questions:
                - {id: tears, ask: Tears?, count: {from: 0, to: 300, unit: sessions}}
                - id: felt
                  ask: Felt?
                  several-of: [{sad: S}, {touched: T}, {warm: W}, {angry: A}, {none: N, alone: true}]
                - id: effect
                  ask: Effect?
                  one-of: [{worse: W}, {same: S}, {better: B}, {dont_know: D}]
                - {id: regret, ask: Regret?, rating: {from: 0, to: 4, low: not, high: very}}
            - page: noticed
              title: Noticed
              show-if: effect == "better" and felt.sad
              questions:
                - {id: noticed, ask: Noticed?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
            - page: words
              title: Words
              questions:
                - id: words
                  ask: Like?
                  rate: [{talkative: T}, {bold: B}, {shy: S}, {quiet: Q}, {creative: C}, {deep: D}, {dull: U}]
                  points: {from: 1, to: 9, low: not, high: very}
            - page: end
              title: End
              questions:
                - {id: trust, ask: Trust?, rating: {from: 0, to: 10, low: not, high: very}}
                - {id: trust_before, ask: Before?, rating: {from: 0, to: 10, low: not, high: very}}
                - {id: loss, ask: Loss?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                - {id: loss_before, ask: Loss?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                - id: felt_daily
                  ask: Felt?
                  several-of: [{sad: S}, {touched: T}, {warm: W}, {angry: A}, {none: N, alone: true}]
                - {id: word, ask: What?, text: {up-to: 80}}
            """;

    static final String SCALES =
            """
            - scale: outgoing
              items: [words.talkative, words.bold, words.shy, words.quiet]
              reversed: [words.shy, words.quiet]
            - scale: openness
              items: [words.creative, words.deep, words.dull]
              reversed: [words.dull]
            """;

    static final String POPULATION =
            """
            - variable: training
              shares: {student: 55%, licensed: 40%, other: 5%}
              assumed: a guess
            - variable: age
              normal: {given: training, student: 29 ± 6, else: 48 ± 11}
              from: 22
              assumed: a guess
            - variable: experience
              years: {given: training, student: 3 ± 2, licensed: 16 ± 9, other: 8 ± 8}
              to: age - 18
              assumed: a guess
            - variable: gender
              shares: {woman: 75%, man: 23%, another: 2%}
              assumed: a guess
            - hidden: warmth
              normal: 0 ± 1
              d: {gender.woman: 0.3}
              assumed: a guess
            - traits:
                outgoing: {alpha: .80, items: {words.talkative: 5.6 ± 1.8, words.bold: 5.3 ± 1.7, words.shy: 4.6 ± 2.0, words.quiet: 5.0 ± 2.0}}
                openness: {alpha: .70, items: {words.creative: 6.5 ± 1.6, words.deep: 6.9 ± 1.4, words.dull: 1.9 ± 1.2}}
              correlations: {outgoing: {openness: .25}}
              d: {outgoing: {gender.woman: 0.4}}
              assumed: a guess
            - variable: sessions
              count: {mean: 40, dispersion: 0.2}
              assumed: a guess
            - variable: cried
              "yes": 72%
              odds: {experience: 1.03 per year, outgoing: 1.3 per sd, gender.woman: 1.4}
              assumed: a guess
            - variable: held
              "yes": 60%
              points: {gender.woman: 8}
              r: {openness: .10}
              assumed: a guess
            - variable: daily
              count: {mean: 2.3, dispersion: 1.1}
              rate: {gender.woman: 2, age: 0.9 per 10 years}
              assumed: a guess
            - variable: seldom
              count: {mean: 60, dispersion: 0.5}
              from: 1
              assumed: a guess
            - variable: tears
              count: {mean: 1.2, dispersion: 0.5, exposure: sessions}
              to: sessions
              rate: {warmth: 1.4 per sd}
              assumed: a guess
            - variable: felt
              shares: {sad: 70%, touched: 55%, warm: 30%, angry: 6%, none: 4%}
              dependence: 0.2
              odds: {warm: {gender.woman: 1.6}}
              assumed: a guess
            - variable: effect
              shares: {worse: 4%, same: 46%, better: 41%, dont_know: 9%}
              order: [worse, same, better]
              odds: {warmth: 1.5 per sd}
              assumed: a guess
            - variable: regret
              normal: 1.1 ± 1.1
              slope: {experience: -0.02 per year}
              d: {gender.woman: 0.3}
              assumed: a guess
            - variable: noticed
              "yes": 55%
              assumed: a guess
            - variable: trust
              normal: 7.8 ± 1.6
              r: {warmth: .3}
              assumed: a guess
            - variable: trust_before
              normal: 7.1 ± 1.9
              assumed: a guess
            - variable: loss
              "yes": 28%
              assumed: a guess
            - variable: loss_before
              "yes": 40%
              odds: {gender.woman: 1.5}
              assumed: a guess
            - variable: felt_daily
              shares: {sad: 60%, touched: 35%, warm: 20%, angry: 24%, none: 2%}
              assumed: a guess
            - repeated:
                trust: [trust, trust_before]
                loss: [loss, loss_before]
              correlation: .35
              assumed: a guess
            - repeated:
                felt: [felt, felt_daily]
              correlation: .15
              assumed: a guess
            - skipping: 3%
              assumed: a guess
            - careless: {share: 5%, how: [same-answer, random]}
              assumed: a guess
            """;

    private static final Sources FOLDER = folder(POPULATION);

    static final Study STUDY = StudyReader.read(FOLDER, new Problems()).orElseThrow();
    static final Scales SCORED = ScalesReader.read(FOLDER, STUDY, new Problems());
    static final Population PEOPLE = people(POPULATION);

    private Town() {}

    private static Sources folder(String population) {
        return Specimen.sources(
                "", QUESTIONS, Map.of("scales.yaml", SCALES, "population.yaml", population));
    }

    /// Other people of the same town.
    static Population people(String population) {
        var problems = new Problems();
        Sources folder = folder(population);
        Population people = PopulationReader.read(folder, STUDY, SCORED, problems);
        assertThat(problems.hasErrors()).as(Specimen.said(problems)).isFalse();
        return people;
    }

    static Respondents of(Scenario scenario) {
        return Respondents.of(STUDY, SCORED, PEOPLE, scenario);
    }

    /// Answers as numbers, read by name.
    record People(Frame frame) {

        double[] numbers(String name) {
            return switch (frame.column(name)) {
                case Column.Numbers numbers ->
                        IntStream.range(0, frame.size()).mapToDouble(numbers::value).toArray();
                case Column.Choices choices ->
                        IntStream.range(0, frame.size()).mapToDouble(choices::index).toArray();
                case Column.Sets _, Column.Words _ -> throw new AssertionError(name);
            };
        }

        /// 1 for who chose an option, else 0.
        double[] is(String name, String code) {
            return switch (frame.column(name)) {
                case Column.Choices choices -> {
                    int place = place(choices.options(), code);
                    yield Arrays.stream(numbers(name)).map(it -> it == place ? 1 : 0).toArray();
                }
                case Column.Sets sets -> {
                    int place = place(sets.options(), code);
                    yield IntStream.range(0, frame.size())
                            .mapToDouble(row -> sets.names(row, place) ? 1 : 0)
                            .toArray();
                }
                case Column.Numbers _, Column.Words _ -> throw new AssertionError(name);
            };
        }

        private static int place(java.util.List<eyebright.study.Option> options, String code) {
            return options.stream().map(eyebright.study.Option::code).toList().indexOf(code);
        }

        /// The rows that answered a question.
        int[] rows(String name) {
            return frame.column(name).answered().stream().toArray();
        }

        int[] rows(String name, IntPredicate which) {
            return Arrays.stream(rows(name)).filter(which).toArray();
        }

        static double[] at(double[] values, int[] rows) {
            return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        }
    }
}
