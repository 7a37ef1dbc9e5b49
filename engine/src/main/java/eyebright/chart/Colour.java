package eyebright.chart;

/// The colours of pictures: a class for the page's style sheet, and what is seen without one.
enum Colour {
    INK("ink", "ink-line", "#1d2433"),
    SOFT("soft", "soft-line", "#5a6478"),
    LINE("line-fill", "line", "#dfe2e8"),
    ACCENT("accent", "accent-line", "#1f5f8b"),
    SECOND("second", "second-line", "#8a6414"),
    PUBLISHED("published", "published-line", "#8a8f9c"),
    GOOD("good", "good-line", "#2f7d5b"),
    DOUBT("doubt", "doubt-line", "#8a6414"),
    PAPER("paper", "paper-line", "#ffffff");

    private final String fillClass;
    private final String strokeClass;
    private final String light;

    Colour(String fillClass, String strokeClass, String light) {
        this.fillClass = fillClass;
        this.strokeClass = strokeClass;
        this.light = light;
    }

    String fillClass() {
        return fillClass;
    }

    String strokeClass() {
        return strokeClass;
    }

    /// What an element of this colour is filled with, as attributes.
    String fill() {
        return "class=\"%s\" fill=\"%s\"".formatted(fillClass, light);
    }

    /// What an element of this colour is stroked with, as attributes.
    String stroke() {
        return "class=\"%s\" stroke=\"%s\"".formatted(strokeClass, light);
    }

    /// Filled with this colour, stroked with another.
    String fillStroked(Colour stroke) {
        return "class=\"%s %s\" fill=\"%s\" stroke=\"%s\""
                .formatted(fillClass, stroke.strokeClass, light, stroke.light);
    }
}
