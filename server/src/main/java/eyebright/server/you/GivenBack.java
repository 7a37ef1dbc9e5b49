package eyebright.server.you;

import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Style;
import eyebright.chart.Table;
import eyebright.explore.Explored;
import eyebright.explore.Mine;
import eyebright.explore.Position;
import eyebright.explore.PositionPicture;
import eyebright.feedback.Feedback;
import eyebright.feedback.Passage;
import eyebright.feedback.Preparation;
import eyebright.feedback.Source;
import eyebright.frame.Frame;
import eyebright.prediction.FittedModel;
import eyebright.prediction.Foretold;
import eyebright.prediction.ForetoldView;
import eyebright.prediction.Predictions;
import eyebright.prediction.QualityView;
import eyebright.server.figures.GivingBack.Given;
import eyebright.server.figures.GivingBack.Withheld;
import eyebright.server.page.Fielded;
import eyebright.server.page.Markdown;
import eyebright.server.page.Shell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a study gives back, as its pages show it.
final class GivenBack {

    private static final String WITHHELD =
            "Somebody has had their answers deleted. Comparisons with others are back when the next group"
                    + " of answers has come in, so that nobody can work out what was deleted.";

    /// How many parts are open at first: all of them would be a very long page.
    private static final int OPEN = 2;

    private final Fielded fielded;
    private final Feedback feedback;
    private final Origin origin;

    GivenBack(Fielded fielded, Origin origin) {
        this.fielded = fielded;
        this.feedback = fielded.folder().feedback();
        this.origin = origin;
    }

    /// The page of one respondent.
    ///
    /// @param like by what she chose people like herself
    /// @param mark of her plan in her browser
    YouPage you(Shell shell, Given given, Frame me, Optional<String> like, String mark) {
        Explored explored = given.explorer().explored(me, like);
        return new YouPage(
                shell,
                fielded.name(),
                switch (given.withheld()) {
                    case NO -> Optional.empty();
                    case YES -> Optional.of(WITHHELD);
                },
                explored.guess().map(guess -> new YouPage.Guess(guess.asks(), guess.says())),
                likes(explored, like),
                parts(explored, given.withheld()),
                given.predictions()
                        .map(predictions -> chances(predictions, me))
                        .orElseGet(this::notYet),
                feedback.preparations().stream().map(GivenBack::preparation).toList(),
                sources(feedback.preparations().stream().flatMap(each -> each.texts().stream())),
                mark);
    }

    /// The page for those whom respondents work with.
    ClientsPage clients(Shell shell, eyebright.feedback.ClientPage page) {
        return new ClientsPage(
                shell,
                fielded.name(),
                page.title(),
                Markdown.html(page.intro()),
                page.chapters().stream()
                        .map(
                                chapter ->
                                        new ClientsPage.Chapter(
                                                chapter.title(),
                                                chapter.texts().stream()
                                                        .map(GivenBack::passage)
                                                        .toList()))
                        .toList(),
                page.support().stream().map(Markdown::line).toList(),
                sources(page.chapters().stream().flatMap(each -> each.texts().stream())));
    }

    /// The ways to be compared; none while there are too few for any.
    private List<YouPage.Like> likes(Explored explored, Optional<String> like) {
        if (explored.likes().stream().noneMatch(each -> each.enough() == Explored.Enough.YES)) {
            return List.of();
        }
        return explored.likes().stream()
                .map(
                        each ->
                                new YouPage.Like(
                                        each.says(),
                                        "/%s/you?like=%s#explore"
                                                .formatted(fielded.name(), each.id()),
                                        like.equals(Optional.of(each.id())),
                                        each.enough() == Explored.Enough.YES))
                .toList();
    }

    private List<YouPage.Part> parts(Explored explored, Withheld withheld) {
        var parts = new ArrayList<YouPage.Part>();
        for (Explored.Part part : explored.parts()) {
            var positions = new ArrayList<YouPage.Position>();
            for (Position position : part.positions()) {
                positions.add(
                        position(
                                part.title(),
                                position,
                                withheld,
                                "p-%s-%d".formatted(part.id(), positions.size())));
            }
            parts.add(
                    new YouPage.Part(
                            part.title(),
                            part.intro().map(Markdown::html),
                            parts.size() < OPEN,
                            positions));
        }
        return parts;
    }

    /// @param part its title: two parts may ask the same, and tables have names of their own
    private YouPage.Position position(
            String part, Position position, Withheld withheld, String id) {
        Optional<Picture> picture = PositionPicture.of(position, new Style(id, origin));
        return new YouPage.Position(
                position.asks(),
                switch (position.mine()) {
                    case Mine.Answered answered -> answered.sentence();
                    case Mine.Open open -> open.sentence();
                },
                picture.map(Picture::svg).orElse(""),
                switch (withheld) {
                    case NO -> position.allSays();
                    // Enough have answered; the notice above says why nothing is told of them.
                    case YES -> "";
                },
                position.alikeSays(),
                position.note(),
                // One's own place alone is in the sentence above the picture.
                picture.map(Picture::table)
                        .filter(table -> position.isCounted() && !table.rows().isEmpty())
                        .map(
                                table ->
                                        new Table(
                                                part + ": " + table.caption(),
                                                table.columns(),
                                                table.rows())));
    }

    private YouPage.Chances notYet() {
        return new YouPage.Chances(
                feedback.predictions().isEmpty()
                        ? ""
                        : "This is being worked out just now. It stands here in a minute, when you load the page again.",
                List.of());
    }

    private YouPage.Chances chances(Predictions predictions, Frame me) {
        List<Foretold> all = predictions.foretold(me);
        var told = new ArrayList<YouPage.Prediction>();
        for (FittedModel model : predictions.models()) {
            String id = model.prediction().id();
            List<Foretold> own = all.stream().filter(each -> each.prediction().equals(id)).toList();
            if (!own.isEmpty()) {
                told.add(prediction(model, own));
            }
        }
        return new YouPage.Chances("", told);
    }

    private YouPage.Prediction prediction(FittedModel model, List<Foretold> own) {
        String id = model.prediction().id();
        QualityView quality =
                QualityView.of(model, feedback.people(), new Style("t-" + id, origin));
        return new YouPage.Prediction(
                quality.says(),
                quality.picture().map(Picture::svg).orElse(""),
                own.stream()
                        .map(
                                each ->
                                        ForetoldView.of(
                                                model,
                                                each,
                                                feedback.people(),
                                                new Style("c-" + id + "-" + each.ahead(), origin)))
                        .toList(),
                model.prediction().assumes());
    }

    private static YouPage.Preparation preparation(Preparation preparation) {
        var sentences = new ArrayList<YouPage.Sentence>();
        preparation
                .plan()
                .forEach(
                        sentence ->
                                sentences.add(
                                        new YouPage.Sentence(
                                                "plan-%s-%d"
                                                        .formatted(
                                                                preparation.id(),
                                                                sentences.size() + 1),
                                                sentence.begins(),
                                                sentence.offers())));
        return new YouPage.Preparation(
                preparation.id(),
                preparation.title(),
                preparation.intro().map(Markdown::html),
                preparation.texts().stream().map(GivenBack::passage).toList(),
                sentences);
    }

    private static YouPage.Passage passage(Passage passage) {
        return new YouPage.Passage(
                passage.whom(),
                Markdown.html(passage.says()),
                passage.sources().stream()
                        .map(source -> new YouPage.Named(source.id(), source.called()))
                        .toList());
    }

    /// Those that texts name, in the order of the file.
    private List<YouPage.Source> sources(Stream<Passage> passages) {
        Set<Source> named = new LinkedHashSet<>();
        passages.forEach(passage -> named.addAll(passage.sources()));
        return feedback.sources().stream()
                .filter(named::contains)
                .map(
                        source ->
                                new YouPage.Source(
                                        source.id(), Markdown.line(source.cites()), source.doi()))
                .toList();
    }
}
