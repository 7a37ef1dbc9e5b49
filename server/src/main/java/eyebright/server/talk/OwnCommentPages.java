package eyebright.server.talk;

import static eyebright.server.page.FormFilter.form;

import eyebright.discussion.Comment;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.NotThereException;
import eyebright.discussion.OwnToken;
import eyebright.discussion.State;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Limits;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Studies;
import eyebright.server.talk.CommentForm.Complaint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// One's own comment, by the link that was told when it was sent. Opening the link does nothing; what it can do is done by
/// its forms.
@Controller
final class OwnCommentPages {

    private final Studies studies;
    private final Discussion discussion;
    private final Requests requests;

    OwnCommentPages(Studies studies, Discussion discussion, Requests requests) {
        this.studies = studies;
        this.discussion = discussion;
        this.requests = requests;
    }

    /// Where one's own comment is.
    static String path(String study, OwnToken own) {
        return "/%s/discussion/mine/%s".formatted(study, own.text());
    }

    /// A comment of somebody who has shown that it is theirs.
    private record Mine(Fielded fielded, OwnToken own, Comment comment) {

        String purpose() {
            return "mine " + own.text();
        }
    }

    @GetMapping("/{study}/discussion/mine/{token}")
    ModelAndView mine(
            @PathVariable String study, @PathVariable String token, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        return find(fielded, token)
                .map(mine -> page(mine, typed(mine), Optional.empty(), false))
                .orElseGet(() -> nobodys(fielded, response));
    }

    @PostMapping("/{study}/discussion/mine/{token}")
    ModelAndView act(
            @PathVariable String study,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form form = form(request);
        Optional<Mine> found = find(fielded, token);
        if (found.isEmpty()) {
            return nobodys(fielded, response);
        }
        Mine mine = found.get();
        boolean isDeleting = form.first("do").equals("delete");
        if (!requests.tokens().accepts(form.first("token"), study, mine.purpose())) {
            response.setStatus(403);
            return page(
                    mine,
                    isDeleting ? typed(mine) : CommentForm.of(form),
                    Optional.of(
                            "This page had been open for more than a week, or was not made here. Nothing"
                                    + " was changed: please press the button once more."),
                    true);
        }
        try {
            return isDeleting ? delete(mine) : change(mine, form, request, response);
        } catch (NotThereException gone) {
            return nobodys(fielded, response);
        }
    }

    private ModelAndView delete(Mine mine) {
        discussion.delete(mine.own());
        return requests.kind(
                mine.fielded(),
                "Your comment is deleted",
                List.of(
                        "Its text, the name and the e-mail address are not kept here any more, and your"
                                + " link opens nothing.",
                        "Where somebody has answered it, its place says that it was removed by its"
                                + " author."),
                KindPage.Link.other("/" + mine.fielded().name(), "To the study"));
    }

    private ModelAndView change(
            Mine mine, Form form, HttpServletRequest request, HttpServletResponse response) {
        CommentForm typed = CommentForm.of(form);
        Optional<Draft> draft = typed.complaints().isEmpty() ? typed.draft() : Optional.empty();
        if (draft.isEmpty()) {
            response.setStatus(422);
            return page(
                    mine,
                    typed.complaints().isEmpty()
                            ? typed.with(new Complaint("text", "Write your comment."))
                            : typed,
                    Optional.empty(),
                    true);
        }
        if (!requests.takes(Limits.Act.COMMENT, request)) {
            response.setStatus(429);
            return page(
                    mine,
                    typed,
                    Optional.of(
                            "Many comments have come from where you are. Nothing was changed. In an hour"
                                    + " it works again."),
                    true);
        }
        discussion.change(mine.own(), draft.get());
        return find(mine.fielded(), mine.own().text())
                .map(now -> page(now, typed(now), Optional.of("Your changes are kept."), false))
                .orElseGet(() -> nobodys(mine.fielded(), response));
    }

    private Optional<Mine> find(Fielded fielded, String token) {
        return OwnToken.parse(token)
                .flatMap(own -> discussion.own(own).map(comment -> new Mine(fielded, own, comment)))
                .filter(mine -> mine.comment().topic().study().equals(fielded.name()));
    }

    private CommentForm typed(Mine mine) {
        return CommentForm.of(mine.comment(), discussion.ownEmail(mine.own()));
    }

    private ModelAndView nobodys(Fielded fielded, HttpServletResponse response) {
        response.setStatus(404);
        return requests.kind(
                fielded,
                "There is no comment under this link",
                List.of("Perhaps the link was cut short, or the comment was deleted."),
                KindPage.Link.other("/" + fielded.name(), "To the study"));
    }

    private ModelAndView page(
            Mine mine, CommentForm form, Optional<String> notice, boolean hasFailed) {
        String study = mine.fielded().name();
        return JteView.of(
                "talk/own",
                new OwnPage(
                        requests.shells()
                                .of(
                                        mine.fielded(),
                                        Place.ANSWERING,
                                        hasFailed
                                                ? "Please have another look: Your comment"
                                                : "Your comment"),
                        path(study, mine.own()),
                        standing(mine.comment().state()),
                        mine.comment().state() instanceof State.Refused(String reason)
                                ? reason
                                : "",
                        Talks.alone(mine.comment()),
                        Talks.path(mine.comment().topic()) + "#discussion",
                        requests.tokens().make(study, mine.purpose()),
                        form,
                        notice,
                        hasFailed));
    }

    private static String standing(State state) {
        return switch (state) {
            case State.Waiting _ ->
                    "It waits to be read by the researchers. Nobody else sees it before that.";
            case State.Published _ -> "It is published: everybody sees it.";
            case State.Refused _ ->
                    "The researchers do not show it. If you change it, they read it again.";
            case State.Removed _ -> "It is removed.";
        };
    }
}
