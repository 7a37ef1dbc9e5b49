package eyebright.analysis;

import eyebright.frame.Frame;
import java.util.List;
import java.util.Map;

/// The analysis of a claim that has none yet. Its summary is empty.
record NothingYet(String words) implements CompiledAnalysis {

    @Override
    public Summary summarise(Frame frame) {
        return new Summary(0, Map.of(), List.of(), List.of());
    }

    @Override
    public Outcome estimate(Summary summary, Depth depth) {
        return new Outcome(0, List.of(), List.of());
    }

    @Override
    public Base base() {
        return Base.NOBODY;
    }

    @Override
    public Shape shape() {
        return new Shape.Unanalysed(words);
    }
}
