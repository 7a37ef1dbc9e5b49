package eyebright.respondents;

import java.util.Optional;

/// How one thing or a few are drawn for many respondents, from what was drawn before. Immutable and safe for
/// many threads; what changes is in [Draws].
sealed interface Drawing
        permits OptionDrawing,
                OddsDrawing,
                PointDrawing,
                CountDrawing,
                TallyDrawing,
                NormalDrawing,
                SeveralDrawing,
                TraitsDrawing,
                ScoreDrawing,
                NoDrawing {

    /// Draws for some rows.
    ///
    /// @param attempt 0 the first time; drawn again, other numbers are taken
    /// @param rows the rows, `count` of them
    void draw(Draws draws, int attempt, int[] rows, int count);

    /// Draws for every row, for the first time.
    default void draw(Draws draws) {
        draw(draws, 0, draws.all(), draws.size());
    }

    /// The numbers of which it is drawn, where these are of one kind and can be made to correlate with others.
    default Optional<Noise> noise() {
        return Optional.empty();
    }

    /// The same drawn of other numbers; itself, where it has no [#noise].
    default Drawing with(Noise other) {
        return this;
    }
}
