package eyebright.server.desk;

import eyebright.desk.Session;
import eyebright.discussion.Comment;
import eyebright.discussion.CommentId;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.Moderation;
import eyebright.discussion.NotThereException;
import eyebright.discussion.State;
import eyebright.method.Day;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.JteView;
import eyebright.server.page.Requests;
import eyebright.server.page.Shells;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import eyebright.server.talk.CommentMarkdown;
import eyebright.server.talk.Talks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where researchers read comments before they appear, and decide: show, do not show, remove, answer. Removing cannot be
/// taken back, and asks for a fresh code.
@Controller
final class DeskDiscussion {

    private static final Map<String, String> NOTICES =
            Map.of(
                    "publish", "The comment is shown.",
                    "refuse", "The comment is not shown. Its author sees why.",
                    "remove", "The comment is removed for good.",
                    "answer", "Your answer is shown.");

    /// How many comments are on a page: each may be long, and take a while to write out.
    private static final int ON_A_PAGE = 50;

    private static final String GONE =
            "That comment is not there any more. Its author has taken it back, or it was removed.";
    private static final String CHANGED =
            "Its author has changed the comment meanwhile. Please read it once more.";

    private final Studies studies;
    private final Discussion discussion;
    private final Talks talks;
    private final DeskForms forms;
    private final Shells shells;

    DeskDiscussion(
            Studies studies, Discussion discussion, Talks talks, DeskForms forms, Shells shells) {
        this.studies = studies;
        this.discussion = discussion;
        this.talks = talks;
        this.forms = forms;
        this.shells = shells;
    }

    /// Where in the page something was typed that was not taken.
    private record Refused(String comment, String why, DeskDiscussionPage.Typed typed) {}

    @GetMapping("/desk/{study}/discussion")
    ModelAndView read(
            @PathVariable String study,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request) {
        Session session = DeskDoor.session(request);
        return page(
                studies.named(study),
                session,
                number(page),
                Optional.ofNullable(NOTICES.get(done)),
                Optional.empty());
    }

    @PostMapping("/desk/{study}/discussion")
    ModelAndView act(
            @PathVariable String study,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Session session = DeskDoor.session(request);
        Form form = forms.form(request, session);
        Fielded fielded = studies.named(study);
        String act = form.first("act");
        Optional<Comment> comment =
                CommentId.parse(form.first("comment"))
                        .flatMap(discussion.moderation()::comment)
                        .filter(each -> each.topic().study().equals(study));
        Optional<String> why =
                comment.isEmpty()
                        ? Optional.of(GONE)
                        : refusal(act, comment.get().id(), form, session);
        if (why.isEmpty() && comment.isPresent()) {
            forms.desk()
                    .log(
                            session,
                            deed(act),
                            study,
                            "comment " + comment.get().id().hex().substring(0, 8));
            return Requests.to(
                    "/desk/%s/discussion?done=%s&page=%d".formatted(study, act, number(page)));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(
                fielded,
                session,
                number(page),
                Optional.empty(),
                Optional.of(
                        new Refused(
                                form.first("comment"),
                                why.orElse(GONE),
                                new DeskDiscussionPage.Typed(
                                        form.first("reason"),
                                        form.first("name"),
                                        form.first("text")))));
    }

    /// Does it; why not, as a sentence, if it cannot be done.
    private Optional<String> refusal(String act, CommentId id, Form form, Session session) {
        Moderation moderation = discussion.moderation();
        String who = session.email();
        return switch (act) {
            case "publish" -> said(moderation.publish(id, revision(form), who));
            case "refuse" -> {
                String reason = form.first("reason").strip();
                if (reason.isEmpty() || reason.length() > Moderation.LONGEST_REASON) {
                    yield Optional.of(
                            "The reason must have 1 to %d characters; its author reads it."
                                    .formatted(Moderation.LONGEST_REASON));
                }
                yield said(moderation.refuse(id, reason, who));
            }
            case "remove" -> {
                Optional<String> refusal = forms.refusal(form, session);
                yield refusal.isPresent() ? refusal : said(moderation.remove(id, who));
            }
            case "answer" -> answer(moderation, id, form, who);
            default -> throw new Stop.NothingHere();
        };
    }

    private static Optional<String> answer(
            Moderation moderation, CommentId id, Form form, String who) {
        String text = form.first("text");
        String name = form.first("name");
        if (text.isBlank() || Draft.length(text.strip()) > Draft.LONGEST_TEXT) {
            return Optional.of(
                    "An answer must have 1 to %,d characters.".formatted(Draft.LONGEST_TEXT));
        }
        if (Draft.length(name.strip()) > Draft.LONGEST_NAME) {
            return Optional.of(
                    "A name must have at most %d characters.".formatted(Draft.LONGEST_NAME));
        }
        try {
            moderation.answer(id, name, text, who);
            return Optional.empty();
        } catch (NotThereException gone) {
            return Optional.of(GONE);
        } catch (IllegalArgumentException unseen) {
            return Optional.of("That answer has no characters that can be seen.");
        }
    }

    private static Optional<String> said(Moderation.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Optional.empty();
            case CHANGED_MEANWHILE -> Optional.of(CHANGED);
            case NOT_THERE -> Optional.of(GONE);
        };
    }

    private static String deed(String act) {
        return switch (act) {
            case "publish" -> "showed a comment";
            case "refuse" -> "did not show a comment";
            case "remove" -> "removed a comment";
            default -> "answered a comment";
        };
    }

    private static int revision(Form form) {
        String revision = form.first("revision");
        return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1;
    }

    private static int number(String page) {
        return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    private ModelAndView page(
            Fielded fielded,
            Session session,
            int page,
            Optional<String> notice,
            Optional<Refused> refused) {
        Moderation moderation = discussion.moderation();
        List<Comment> queue = moderation.queue(fielded.name());
        Set<CommentId> toRead = queue.stream().map(Comment::id).collect(Collectors.toSet());
        List<Comment> others =
                moderation.all(fielded.name()).stream()
                        .filter(each -> !toRead.contains(each.id()))
                        .toList();
        long before = (page - 1L) * ON_A_PAGE;
        return JteView.of(
                "desk/discussion",
                new DeskDiscussionPage(
                        shells.desk("The discussion"),
                        forms.frame(session, ""),
                        fielded.name(),
                        fielded.study().title(),
                        notice,
                        refused.map(Refused::why),
                        page,
                        queue.stream()
                                .limit(ON_A_PAGE)
                                .map(each -> read(fielded, each, refused))
                                .toList(),
                        Math.max(0, queue.size() - ON_A_PAGE),
                        others.stream()
                                .skip(before)
                                .limit(ON_A_PAGE)
                                .map(each -> read(fielded, each, refused))
                                .toList(),
                        before + ON_A_PAGE < others.size()));
    }

    private DeskDiscussionPage.Read read(
            Fielded fielded, Comment comment, Optional<Refused> refused) {
        String id = comment.id().hex();
        Optional<Talks.Subject> subject = talks.subject(fielded, comment.topic().about());
        return new DeskDiscussionPage.Read(
                id,
                comment.revision(),
                subject.map(Talks.Subject::inSentence).orElse(comment.topic().about()),
                subject.map(Talks.Subject::discussion).orElse("/" + fielded.name()),
                by(comment),
                Day.inWords(comment.day()),
                CommentMarkdown.html(comment.text()),
                standing(comment),
                discussion.moderation().email(comment.id()).orElse(""),
                acts(comment),
                refused.filter(each -> each.comment().equals(id))
                        .map(Refused::typed)
                        .orElse(DeskDiscussionPage.Typed.NOTHING));
    }

    private static String by(Comment comment) {
        if (comment.isByResearcher()) {
            return comment.name().isEmpty()
                    ? "The researchers"
                    : comment.name() + ", for the researchers";
        }
        String name = comment.name().isEmpty() ? "Anonymous" : comment.name();
        return "%s, %s".formatted(name, Talks.role(comment.role()));
    }

    private static String standing(Comment comment) {
        return switch (comment.state()) {
            case State.Waiting _ -> "Waits to be read.";
            case State.Published _ ->
                    switch (comment.reports()) {
                        case 0 -> "Shown.";
                        case 1 -> "Shown. One reader has reported it.";
                        default ->
                                "Shown. %d readers have reported it.".formatted(comment.reports());
                    };
            case State.Refused(String reason) -> "Not shown: " + reason;
            case State.Removed _ -> "Removed.";
        };
    }

    private static DeskDiscussionPage.Acts acts(Comment comment) {
        return switch (comment.state()) {
            case State.Waiting _ -> new DeskDiscussionPage.Acts("Show it", "Do not show it", false);
            case State.Published _ ->
                    new DeskDiscussionPage.Acts(
                            comment.reports() > 0 ? "Keep it: the reports are read" : "",
                            "Do not show it any longer",
                            true);
            case State.Refused _ -> new DeskDiscussionPage.Acts("Show it after all", "", false);
            case State.Removed _ -> new DeskDiscussionPage.Acts("", "", false);
        };
    }
}
