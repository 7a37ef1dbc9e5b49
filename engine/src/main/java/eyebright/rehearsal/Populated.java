package eyebright.rehearsal;

import eyebright.frame.Frame;
import eyebright.respondents.Gap;
import eyebright.respondents.Respondents;
import java.util.List;

/// Respondents drawn from a population.
record Populated(Respondents respondents, long seed) implements Drawing {

    @Override
    public Frame frame(long replicate, int size) {
        return respondents.frame(seed, replicate, size);
    }

    @Override
    public Frame careful(long part, int size) {
        // Other people than those of any replicate.
        return respondents.careful(seed, -1 - part, size);
    }

    @Override
    public List<Gap> gaps() {
        return respondents.gaps();
    }
}
