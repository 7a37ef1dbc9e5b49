package eyebright.respondents;

/// Nothing: words of one's own are never made up.
record NoDrawing() implements Drawing {

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        // Nobody writes anything.
    }
}
