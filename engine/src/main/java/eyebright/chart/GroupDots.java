package eyebright.chart;

import eyebright.chart.Lanes.Block;
import eyebright.chart.Lanes.Lane;
import eyebright.chart.Lanes.Shape;
import java.util.List;
import java.util.stream.Collectors;

/// Means or shares of groups with their intervals, each with the number it rests on.
///
/// @param title what the picture shows, in one line
/// @param axis shared by all groups
/// @param groups from top to bottom, at least one
public record GroupDots(String title, Axis axis, List<Group> groups) {

    /// One group.
    ///
    /// @param label who they are; not blank
    /// @param n how many answered, 0 or more
    /// @param figure their mean or share, or why it is not shown
    public record Group(String label, long n, Figure figure) {
        public Group {
            if (label.isBlank()) {
                throw new IllegalArgumentException("label of a group must not be blank");
            }
            if (n < 0) {
                throw new IllegalArgumentException(
                        "n of group \"%s\" must be 0 or more, not %s".formatted(label, n));
            }
        }

        private String base() {
            return "n = " + n;
        }
    }

    public GroupDots {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must be 1 or more, not 0");
        }
    }

    /// The picture, the same bytes for the same figures.
    ///
    /// @throws IllegalArgumentException if a number lies outside an axis with fixed ends
    public Picture draw(Style style) {
        var svg = new Svg(style);
        boolean beside = Lanes.fitBeside(groups.stream().map(Group::label).toList());
        List<Block> blocks =
                groups.stream().map(group -> beside ? beside(group) : above(group)).toList();
        double bottom = new Lanes(axis, Backdrop.plain(), blocks).draw(svg);
        return svg.picture(title, description(), bottom, table());
    }

    private static Block beside(Group group) {
        Lane lane = new Lane(group.label(), group.base(), group.figure(), Shape.DOT);
        return new Block("", "", List.of(lane));
    }

    private static Block above(Group group) {
        Lane lane = new Lane("", "", group.figure(), Shape.DOT);
        return new Block(group.label(), group.base(), List.of(lane));
    }

    private String description() {
        return groups.stream()
                .map(
                        group ->
                                "%s (%s): %s."
                                        .formatted(
                                                group.label(),
                                                group.base(),
                                                axis.unit().sentence(group.figure(), "interval")))
                .collect(Collectors.joining(" "));
    }

    private Table table() {
        List<List<String>> cells =
                groups.stream()
                        .map(
                                group -> {
                                    String[] figure = axis.unit().cells(group.figure());
                                    return List.of(
                                            Characters.legal(group.label()),
                                            Long.toString(group.n()),
                                            figure[0],
                                            figure[1]);
                                })
                        .toList();
        List<String> columns = List.of("Group", "n", "Figure", "Interval");
        return new Table(Characters.legal(title), columns, cells).withoutEmptyColumns();
    }
}
