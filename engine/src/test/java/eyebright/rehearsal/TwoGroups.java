package eyebright.rehearsal;

import eyebright.analysis.CompiledPlan;
import eyebright.analysis.Folder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.respondents.Gap;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Study;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Two groups of equal size, who differ in a share and in the mean of normal scores by just so much.
final class TwoGroups implements Drawing {

    static final double D = 0.5;
    static final double SHARE_A = 0.75;
    static final double SHARE_B = 0.5;

    private static final String QUESTIONS =
            """
            - page: one
              title: One
              questions:
                - {id: side, ask: Which?, one-of: [{a: A}, {b: B}]}
                - {id: score, ask: How much?, number: {from: -100, to: 100, decimals: 6, unit: units}}
                - {id: agrees, ask: Yes?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
            """;

    private static final String PLAN =
            """
            - {plan: example, respondents: 684}
            - {claim: mean, asks: Is it more?, says: It is more., primary: true, compare: score, between: {side: [a, b]}, expects: {more-by: 0 points}}
            - {claim: share, asks: Are they more?, says: They are more., primary: true, compare: agrees, between: {side: [a, b]}, expects: {more-by: 0 points}}
            - {claim: little, asks: Is it little?, says: It is little., compare: agrees, between: {side: [a, b]}, expects: {not-more-by: 30 points}}
            - {claim: most, asks: Do most?, says: Most do., share: agrees == "yes"}
            """;

    private static final Folder FOLDER = new Folder(QUESTIONS).with("plan.yaml", PLAN);

    private final Study study = FOLDER.study();
    private final long seed;
    private final double times;

    /// @param times how many times as large the differences are
    TwoGroups(long seed, double times) {
        this.seed = seed;
        this.times = times;
    }

    static CompiledPlan plan() {
        return CompiledPlan.of(FOLDER.plan(), FOLDER.study(), FOLDER.scales());
    }

    /// A rehearsal of it.
    static Rehearsal rehearsed(Settings settings, int threads, Optional<Rehearsal> before) {
        try (var workers = new Workers(threads)) {
            return new Rehearser(
                            plan(),
                            scenario ->
                                    new TwoGroups(
                                            settings.seed(), scenario.equals("nothing") ? 0 : 1),
                            settings,
                            nothing(settings))
                    .run(before, workers, _ -> {});
        }
    }

    static Rehearsal nothing(Settings settings) {
        return new Rehearsal(
                new Stamp("example", "q", "p", "r"),
                settings.seed(),
                settings.respondents(),
                settings.replications(),
                settings.census(),
                0.05,
                settings.sizes(),
                new Rehearsal.Grounds(2, 3),
                ClaimSaid.of(FOLDER.plan()),
                List.of());
    }

    @Override
    public Frame frame(long replicate, int respondents) {
        var random = new SplittableRandom(seed * 1_000_003 + replicate);
        var responses = new ArrayList<Response>();
        for (int i = 0; i < respondents; i++) {
            boolean isA = i % 2 == 0;
            double score = random.nextGaussian() + (isA ? times * D : 0);
            double middle = (SHARE_A + SHARE_B) / 2;
            double half = times * (SHARE_A - SHARE_B) / 2;
            boolean agrees = random.nextDouble() < (isA ? middle + half : middle - half);
            responses.add(
                    new Response(
                            "r" + i,
                            Answers.NONE
                                    .with(
                                            study.pages().getFirst(),
                                            Map.of(
                                                    "side",
                                                    new Answer.One(isA ? "a" : "b"),
                                                    "score",
                                                    new Answer.Amount(
                                                            BigDecimal.valueOf(score)
                                                                    .setScale(
                                                                            6,
                                                                            RoundingMode
                                                                                    .HALF_EVEN)),
                                                    "agrees",
                                                    new Answer.One(agrees ? "yes" : "no")))
                                    .asSent()));
        }
        return Frames.of(study, responses, new Origin.Rehearsed("test:" + seed));
    }

    @Override
    public Frame careful(long part, int respondents) {
        return frame(-1 - part, respondents);
    }

    @Override
    public List<Gap> gaps() {
        return times == 0 ? List.of() : List.of(new Gap("score", "points of side.a", 0.9, 0.78345));
    }
}
