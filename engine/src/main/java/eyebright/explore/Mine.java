package eyebright.explore;

import java.util.List;

/// What the respondent answered.
public sealed interface Mine {

    /// Something, said in a sentence.
    ///
    /// @param cells the places of the bands or options it is in
    /// @param sentence such as `You: 3 times. That is often.`
    record Answered(List<Integer> cells, String sentence) implements Mine {
        public Answered {
            cells = List.copyOf(cells);
        }
    }

    /// Nothing.
    ///
    /// @param sentence which says so kindly
    record Open(String sentence) implements Mine {}
}
