package eyebright.rehearsal;

import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.study.Study;

/// Respondents who go through the study one by one.
record OneByOne(Study study, Population population, Scenario scenario, long seed)
        implements Drawing {

    private static final long REPLICATE = 1_000_003L;
    private static final long CAREFUL = -7_000_003L;

    @Override
    public Frame frame(long replicate, int respondents) {
        return Frames.of(
                study,
                population.rehearse(study, respondents, seed + REPLICATE * replicate),
                new Origin.Rehearsed(
                        "%s:%d:%d".formatted(scenario.word(), seed, replicate)));
    }

    @Override
    public Frame careful(long part, int respondents) {
        return frame(CAREFUL * (part + 1), respondents);
    }
}
