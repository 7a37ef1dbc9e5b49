package eyebright.analysis;

import eyebright.frame.Frame;

/// One claim's analysis, ready to run in two steps. Immutable and safe for many threads.
interface CompiledAnalysis {

    /// What is needed of these rows, in the order of the frame.
    Summary summarise(Frame frame);

    /// What a summary comes to.
    Outcome estimate(Summary summary, Depth depth);

    /// The respondents it is about, and the columns it reads of them.
    Base base();

    /// The labels of its answer.
    Shape shape();
}
