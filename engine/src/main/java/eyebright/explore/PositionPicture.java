package eyebright.explore;

import eyebright.chart.Axis;
import eyebright.chart.Figure;
import eyebright.chart.OwnPlace;
import eyebright.chart.Picture;
import eyebright.chart.SideBySide;
import eyebright.chart.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The picture of a position: the bands or options, how many others are in each, and "you".
public final class PositionPicture {

    private static final String FEW = "too few";

    private PositionPicture() {}

    /// The picture; none where there is nothing to see: before there are others, of anything but one's own place
    /// among bands, which have an order.
    public static Optional<Picture> of(Position position, Style style) {
        return switch (position.kind()) {
            case Position.Kind.Bands _ ->
                    position.isCounted() || position.mine() instanceof Mine.Answered
                            ? Optional.of(place(position, style))
                            : Optional.empty();
            case Position.Kind.Options _, Position.Kind.TwoAmounts _ ->
                    position.isCounted() ? Optional.of(place(position, style)) : Optional.empty();
            case Position.Kind.TwoLists(String first, String second) ->
                    position.isCounted()
                            ? Optional.of(settings(position, first, second, style))
                            : Optional.empty();
        };
    }

    private static Picture place(Position position, Style style) {
        List<Integer> own =
                position.mine() instanceof Mine.Answered(List<Integer> cells, String _)
                        ? cells
                        : List.of();
        var lanes = new ArrayList<OwnPlace.Lane>();
        for (int i = 0; i < position.labels().size(); i++) {
            lanes.add(
                    new OwnPlace.Lane(
                            position.labels().get(i),
                            own.contains(i) ? OwnPlace.Whose.YOURS : OwnPlace.Whose.OTHERS,
                            figure(position.all(), i),
                            position.alike().isPresent()
                                    ? figure(position.alike().get(), i)
                                    : Figure.none()));
        }
        return new OwnPlace(
                        position.asks(),
                        whom(position.all()),
                        position.alike().map(PositionPicture::whom).orElse(""),
                        lanes)
                .draw(style);
    }

    private static String whom(Compared compared) {
        return switch (compared) {
            case Compared.Counted(String whom, int _, List<Cell> _) -> whom;
            case Compared.TooFew _, Compared.NotYet _ -> "";
        };
    }

    private static Figure figure(Compared compared, int cell) {
        return switch (compared) {
            case Compared.Counted(String _, int _, List<Cell> cells) ->
                    switch (cells.get(cell)) {
                        case Cell.Count(int _, int hundredths) -> Figure.of(hundredths);
                        case Cell.Few _ -> Figure.absent(FEW);
                    };
            case Compared.TooFew _, Compared.NotYet _ -> Figure.none();
        };
    }

    private static Picture settings(Position position, String first, String second, Style style) {
        int half = position.labels().size() / 2;
        var options = new ArrayList<SideBySide.Option>();
        for (int i = 0; i < half; i++) {
            options.add(
                    new SideBySide.Option(
                            position.labels().get(i),
                            figure(position.all(), i),
                            figure(position.all(), half + i)));
        }
        return new SideBySide(position.asks(), Axis.shares(), first, second, options).draw(style);
    }
}
