package eyebright.server.page;

import eyebright.server.page.Shell.Place;
import eyebright.source.Severity;
import java.util.Optional;

/// What is around the pages of this site.
public final class Shells {

    private final Look look = new Look();
    private final Mode mode;
    private final Optional<Visitors> visitors;
    private final Optional<Watching> watching;

    /// @param visitors who counts them; absent where nobody does
    public Shells(Mode mode, Optional<Visitors> visitors) {
        this(mode, visitors, Optional.empty());
    }

    /// @param visitors who counts them; absent where nobody does
    /// @param watching what is known of the folders; absent where they are not followed
    public Shells(Mode mode, Optional<Visitors> visitors, Optional<Watching> watching) {
        this.mode = mode;
        this.visitors = visitors;
        this.watching = watching;
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
                watched(),
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
                watched(),
                place != Place.READING);
    }

    private Optional<Shell.Watched> watched() {
        return watching.map(all -> new Shell.Watched(look.watch(), all.times(), problems(all)));
    }

    private static Optional<KindPage.Link> problems(Watching all) {
        int errors = all.count(Severity.ERROR);
        int warnings = all.count(Severity.WARNING);
        if (errors + warnings == 0) {
            return Optional.empty();
        }
        return Optional.of(
                KindPage.Link.other(
                        Watching.PROBLEMS,
                        errors > 0
                                ? Watching.count(errors, "error")
                                : Watching.count(warnings, "warning")));
    }

    /// What every page says when answers are not kept.
    private Optional<String> banner() {
        return switch (mode) {
            case Mode.Collecting _ -> Optional.empty();
            case Mode.Preview _ ->
                    Optional.of("A preview: try it out. Nothing typed here is kept.");
            case Mode.Watch _ ->
                    Optional.of("A preview that follows its folder. Nothing typed here is kept.");
            case Mode.Rehearsed(int respondents, long _) ->
                    Optional.of(
                            "A rehearsal with %,d made-up respondents: no figure here is about"
                                            .formatted(respondents)
                                    + " people. Nothing typed here is kept.");
        };
    }
}
