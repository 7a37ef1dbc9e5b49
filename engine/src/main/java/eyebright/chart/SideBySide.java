package eyebright.chart;

import eyebright.chart.Lanes.Block;
import eyebright.chart.Lanes.Lane;
import eyebright.chart.Lanes.Shape;
import java.util.List;
import java.util.stream.Collectors;

/// Two settings, such as in therapy and in daily life, one below the other for each option: a dot and
/// an open square, both named where they stand.
///
/// @param title what the picture shows, in one line
/// @param axis shared by everything
/// @param first name of the first setting, not blank
/// @param second name of the second setting, not blank
/// @param options from top to bottom, at least one
public record SideBySide(
        String title, Axis axis, String first, String second, List<Option> options) {

    /// One option in both settings.
    ///
    /// @param label what could be chosen; not blank
    public record Option(String label, Figure first, Figure second) {
        public Option {
            if (label.isBlank()) {
                throw new IllegalArgumentException("label of an option must not be blank");
            }
        }
    }

    public SideBySide {
        options = List.copyOf(options);
        if (first.isBlank() || second.isBlank()) {
            throw new IllegalArgumentException(
                    "names of the settings must not be blank: \"%s\", \"%s\""
                            .formatted(first, second));
        }
        if (options.isEmpty()) {
            throw new IllegalArgumentException("options must be 1 or more, not 0");
        }
    }

    /// The picture, the same bytes for the same figures.
    ///
    /// @throws IllegalArgumentException if a number lies outside an axis with fixed ends
    public Picture draw(Style style) {
        var svg = new Svg(style);
        List<Block> blocks =
                options.stream()
                        .map(
                                option ->
                                        new Block(
                                                option.label(),
                                                "",
                                                List.of(
                                                        new Lane(
                                                                first,
                                                                "",
                                                                option.first(),
                                                                Shape.DOT),
                                                        new Lane(
                                                                second,
                                                                "",
                                                                option.second(),
                                                                Shape.SQUARE))))
                        .toList();
        double bottom = new Lanes(axis, backdrop(), blocks).draw(svg);
        return svg.picture(title, description(), bottom, table());
    }

    /// Ratios stand around the line of no difference.
    private Backdrop backdrop() {
        return axis instanceof Axis.Ratios
                ? Backdrop.reference(axis.nothing(), "no difference")
                : Backdrop.plain();
    }

    private String description() {
        return options.stream()
                .map(
                        option ->
                                "%s: %s %s; %s %s."
                                        .formatted(
                                                option.label(),
                                                first,
                                                axis.unit().sentence(option.first(), "interval"),
                                                second,
                                                axis.unit().sentence(option.second(), "interval")))
                .collect(Collectors.joining(" "));
    }

    private Table table() {
        List<List<String>> cells =
                options.stream()
                        .map(
                                option -> {
                                    String[] one = axis.unit().cells(option.first());
                                    String[] other = axis.unit().cells(option.second());
                                    return List.of(
                                            Characters.legal(option.label()),
                                            one[0],
                                            one[1],
                                            other[0],
                                            other[1]);
                                })
                        .toList();
        String one = Characters.legal(first);
        String other = Characters.legal(second);
        List<String> columns =
                List.of("Answer", one, one + ", interval", other, other + ", interval");
        return new Table(Characters.legal(title), columns, cells).withoutEmptyColumns();
    }
}
