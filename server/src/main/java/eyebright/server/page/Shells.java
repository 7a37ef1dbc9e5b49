package eyebright.server.page;

import eyebright.server.page.Shell.Place;
import java.util.Optional;

/// What is around the pages of this site.
public final class Shells {

    private final Look look = new Look();
    private final Mode mode;
    private final Optional<Visitors> visitors;

    /// @param visitors who counts them; absent where nobody does
    public Shells(Mode mode, Optional<Visitors> visitors) {
        this.mode = mode;
        this.visitors = visitors;
    }

    /// The files that pages name.
    public Look look() {
        return look;
    }

    /// Around a page of no study.
    public Shell plain(String title) {
        return plain(title, false);
    }

    /// Around a page of the desk: for nobody else to keep or to find.
    public Shell desk(String title) {
        return plain(title, true);
    }

    private Shell plain(String title, boolean isOnesOwn) {
        return new Shell(
                look,
                title + " · Eyebright",
                Optional.empty(),
                banner(),
                Place.ANSWERING,
                Optional.empty(),
                isOnesOwn);
    }

    /// Around a page of a study.
    public Shell of(Fielded fielded, Place place, String title) {
        return new Shell(
                look,
                title + " · " + fielded.study().title(),
                Optional.of(fielded.named()),
                banner(),
                place,
                visitors.filter(_ -> place == Place.READING)
                        .map(count -> count.seen(fielded.name())),
                place != Place.READING);
    }

    /// What every page says when answers are not kept.
    private Optional<String> banner() {
        return switch (mode) {
            case Mode.Collecting _ -> Optional.empty();
            case Mode.Preview _ ->
                    Optional.of("A preview: try it out. Nothing typed here is kept.");
            case Mode.Rehearsed(int respondents, long _) ->
                    Optional.of(
                            "A rehearsal with %,d made-up respondents: no figure here is about"
                                            .formatted(respondents)
                                    + " people. Nothing typed here is kept.");
        };
    }
}
