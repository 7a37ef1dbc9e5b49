package eyebright.chart;

import eyebright.chart.Lanes.Block;
import eyebright.chart.Lanes.Lane;
import eyebright.chart.Lanes.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Figures as dots with their intervals, each below its published figure where there is one.
///
/// Where no row has a published figure, the names of the rows stand beside their dots. A row may have a
/// published figure only: what is known before there are answers.
///
/// @param title what the picture shows, in one line
/// @param axis shared by all rows
/// @param backdrop what lies behind them
/// @param rows from top to bottom, at least one
public record DotPlot(String title, Axis axis, Backdrop backdrop, List<Row> rows) {

    /// One thing measured.
    ///
    /// @param label what was measured; empty where the title says it
    /// @param ours our figure
    /// @param published what was published, with the band where a repeat should land
    public record Row(String label, Figure ours, Figure published) {}

    public DotPlot {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows of a dot plot must be 1 or more, not 0");
        }
    }

    /// One row: our figure and the published one.
    public static DotPlot of(
            String title, Axis axis, Backdrop backdrop, Figure ours, Figure published) {
        return new DotPlot(title, axis, backdrop, List.of(new Row("", ours, published)));
    }

    /// The picture, the same bytes for the same figures.
    ///
    /// @throws IllegalArgumentException if a number lies outside an axis with fixed ends
    public Picture draw(Style style) {
        var svg = new Svg(style);
        double bottom = new Lanes(axis, backdrop, blocks()).draw(svg);
        String described =
                rows.stream().map(this::sentence).collect(Collectors.joining(" ", "", region()));
        return svg.picture(title, described, bottom, table());
    }

    private List<Block> blocks() {
        boolean compared = rows.stream().anyMatch(row -> !row.published().isNothing());
        if (compared) {
            return rows.stream().map(row -> new Block(row.label(), "", pair(row))).toList();
        }
        boolean beside = Lanes.fitBeside(rows.stream().map(Row::label).toList());
        return rows.stream()
                .map(
                        row ->
                                new Block(
                                        beside ? "" : row.label(),
                                        "",
                                        List.of(
                                                new Lane(
                                                        beside ? row.label() : "",
                                                        "",
                                                        row.ours(),
                                                        Shape.DOT))))
                .toList();
    }

    private static List<Lane> pair(Row row) {
        var lanes = new ArrayList<Lane>();
        if (!row.published().isNothing()) {
            lanes.add(new Lane("published", "", row.published(), Shape.DIAMOND));
        }
        if (!row.ours().isNothing()) {
            lanes.add(new Lane("ours", "", row.ours(), Shape.OURS));
        }
        return lanes;
    }

    private String sentence(Row row) {
        boolean begins = row.label().isBlank();
        var parts = new ArrayList<String>();
        if (!row.ours().isNothing()) {
            parts.add((begins ? "Ours " : "ours ") + axis.unit().sentence(row.ours(), "interval"));
        }
        if (!row.published().isNothing()) {
            boolean first = begins && parts.isEmpty();
            parts.add(
                    (first ? "Published " : "published ")
                            + axis.unit().sentence(row.published(), "band"));
        }
        String figures = String.join("; ", parts);
        return begins ? figures + "." : row.label() + ": " + figures + ".";
    }

    private String region() {
        return switch (backdrop) {
            case Backdrop.Plain _, Backdrop.Zero _ -> "";
            case Backdrop.TooSmall(double low, double high) ->
                    " Too small to matter: %s to %s."
                            .formatted(axis.unit().write(low), axis.unit().write(high));
            case Backdrop.Reference(double at, String words) ->
                    " Line at %s: %s.".formatted(axis.unit().write(at), words);
        };
    }

    private Table table() {
        List<List<String>> cells =
                rows.stream()
                        .map(
                                row -> {
                                    String[] ours = axis.unit().cells(row.ours());
                                    String[] published = axis.unit().cells(row.published());
                                    String label = row.label().isBlank() ? title : row.label();
                                    return List.of(
                                            Characters.legal(label),
                                            ours[0],
                                            ours[1],
                                            published[0],
                                            published[1]);
                                })
                        .toList();
        List<String> columns = List.of("Figure", "Ours", "Interval", "Published", "Band");
        return new Table(Characters.legal(title), columns, cells).withoutEmptyColumns();
    }
}
