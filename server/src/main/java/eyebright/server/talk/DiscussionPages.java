package eyebright.server.talk;

import static eyebright.server.page.FormFilter.form;

import eyebright.database.StoreException;
import eyebright.discussion.Comment;
import eyebright.discussion.CommentId;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.NotThereException;
import eyebright.discussion.OwnToken;
import eyebright.discussion.QueueFullException;
import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Limits;
import eyebright.server.page.Requests;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import eyebright.server.talk.CommentForm.Complaint;
import eyebright.server.talk.Talks.Subject;
import eyebright.study.Commenting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where comments are written and sent, and reported.
///
/// The own token of a comment is drawn with its form and signed into the form's token: the same form sent twice is one
/// comment, and nobody chooses a token for themselves.
@Controller
final class DiscussionPages {

    private static final System.Logger LOG = System.getLogger(DiscussionPages.class.getName());

    /// Nobody writes a comment faster; programs do.
    private static final Duration LEAST = Duration.ofSeconds(3);

    /// A field that people do not see.
    private static final String TRAP = "website";

    private static final String STILL_HERE =
            " What you wrote is still here: please press Send once more.";

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Studies studies;
    private final Discussion discussion;
    private final Talks talks;
    private final Requests requests;
    private final SecureRandom random = new SecureRandom();

    DiscussionPages(Studies studies, Discussion discussion, Talks talks, Requests requests) {
        this.studies = studies;
        this.discussion = discussion;
        this.talks = talks;
        this.requests = requests;
    }

    /// The token of a form with the own token that is signed into it.
    private record Signed(OwnToken own, String token) {}

    /// What is being written about, to whom, in which form.
    private record Occasion(
            Fielded fielded, Subject subject, Optional<Comment> answered, Signed signed) {

        Occasion alone() {
            return new Occasion(fielded, subject, Optional.empty(), signed);
        }
    }

    @GetMapping("/{study}/discussion/write")
    ModelAndView write(
            @PathVariable String study,
            @RequestParam(defaultValue = "article") String about,
            @RequestParam(defaultValue = "") String answers,
            HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Subject subject = talks.subject(fielded, about).orElseThrow(Stop.NothingHere::new);
        if (Talks.commenting(fielded) == Commenting.CLOSED) {
            return closed(fielded, subject);
        }
        Optional<Comment> answered = answered(subject, answers);
        if (!answers.isEmpty() && answered.isEmpty()) {
            response.setStatus(404);
            return requests.kind(
                    fielded,
                    "That comment is not there any more",
                    List.of("Its author or the researchers have removed it or changed it."),
                    KindPage.Link.other(subject.discussion(), subject.back()));
        }
        return page(
                new Occasion(fielded, subject, answered, fresh(study)),
                CommentForm.empty(),
                Optional.empty());
    }

    private Optional<Comment> answered(Subject subject, String answers) {
        return CommentId.parse(answers)
                .flatMap(discussion::published)
                .filter(comment -> comment.topic().equals(subject.topic()));
    }

    private ModelAndView closed(Fielded fielded, Subject subject) {
        return requests.kind(
                fielded,
                "This discussion is closed",
                List.of("What was said stays to be read. No more comments are taken."),
                KindPage.Link.other(subject.discussion(), subject.back()));
    }

    @PostMapping("/{study}/discussion/write")
    ModelAndView send(
            @PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Form sent = form(request);
        Subject subject =
                talks.subject(fielded, sent.first("about")).orElseThrow(Stop.NothingHere::new);
        if (Talks.commenting(fielded) == Commenting.CLOSED) {
            response.setStatus(FORBIDDEN);
            return closed(fielded, subject);
        }
        String answers = sent.first("answers");
        Optional<Signed> signed = signed(study, sent);
        var occasion =
                new Occasion(
                        fielded,
                        subject,
                        answered(subject, answers),
                        signed.orElseGet(() -> fresh(study)));
        CommentForm typed = CommentForm.of(sent);
        if (signed.isEmpty()) {
            return refused(
                    response,
                    FORBIDDEN,
                    occasion,
                    typed,
                    "This page had been open for more than a week, or was not made here."
                            + STILL_HERE);
        }
        if (!sent.first(TRAP).isEmpty()) {
            return refused(
                    response,
                    UNPROCESSABLE,
                    occasion,
                    typed,
                    "A field was filled in that people do not see. It is empty now." + STILL_HERE);
        }
        if (requests.tokens().age(sent.first("token")).compareTo(LEAST) < 0) {
            return refused(
                    response,
                    UNPROCESSABLE,
                    occasion,
                    typed,
                    "That was faster than people write." + STILL_HERE);
        }
        Optional<Draft> draft = typed.complaints().isEmpty() ? typed.draft() : Optional.empty();
        if (draft.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return page(
                    occasion,
                    typed.complaints().isEmpty()
                            ? typed.with(new Complaint("text", "Write your comment."))
                            : typed,
                    Optional.empty());
        }
        if (!answers.isEmpty() && occasion.answered().isEmpty()) {
            return orphan(response, occasion, typed);
        }
        if (!requests.takes(Limits.Act.COMMENT, request)) {
            return refused(
                    response,
                    TOO_MANY,
                    occasion,
                    typed,
                    "Many comments have come from where you are. What you wrote is still here: in an hour you can"
                            + " send it.");
        }
        return keep(occasion, typed, draft.get(), request, response);
    }

    private ModelAndView keep(
            Occasion occasion,
            CommentForm typed,
            Draft draft,
            HttpServletRequest request,
            HttpServletResponse response) {
        Subject subject = occasion.subject();
        try {
            OwnToken own = occasion.signed().own();
            discussion.send(subject.topic(), occasion.answered().map(Comment::id), draft, own);
            return sent(occasion.fielded(), subject, own, request);
        } catch (NotThereException gone) {
            requests.giveBack(Limits.Act.COMMENT, request);
            return orphan(response, occasion, typed);
        } catch (QueueFullException full) {
            requests.giveBack(Limits.Act.COMMENT, request);
            return refused(
                    response,
                    UNAVAILABLE,
                    occasion,
                    typed,
                    "So many comments wait to be read that no more are taken now. Please keep your text, and"
                            + " come back in a few days.");
        } catch (StoreException fault) {
            LOG.log(Level.ERROR, "a comment could not be kept", fault);
            requests.giveBack(Limits.Act.COMMENT, request);
            return refused(
                    response,
                    UNAVAILABLE,
                    occasion,
                    typed,
                    "The site cannot keep comments just now. What you wrote is still here: please try again later.");
        }
    }

    /// What was to be answered is gone: the text can stand for itself.
    private ModelAndView orphan(
            HttpServletResponse response, Occasion occasion, CommentForm typed) {
        return refused(
                response,
                CONFLICT,
                occasion.alone(),
                typed,
                "The comment you answer is not there any more. What you wrote is still here: if you send it now,"
                        + " it stands by itself.");
    }

    /// The tokens of a form that came, if they are ours. Where the form is given back it keeps them.
    private Optional<Signed> signed(String study, Form sent) {
        String token = sent.first("token");
        return OwnToken.parse(sent.first("own"))
                .filter(own -> requests.tokens().accepts(token, study, purpose(own)))
                .map(own -> new Signed(own, token));
    }

    private Signed fresh(String study) {
        OwnToken own = OwnToken.draw(random);
        return new Signed(own, requests.tokens().make(study, purpose(own)));
    }

    private static String purpose(OwnToken own) {
        return "comment " + own.text();
    }

    private ModelAndView refused(
            HttpServletResponse response,
            int status,
            Occasion occasion,
            CommentForm typed,
            String why) {
        response.setStatus(status);
        return page(occasion, typed, Optional.of(why));
    }

    private ModelAndView page(Occasion occasion, CommentForm typed, Optional<String> notice) {
        String heading = occasion.answered().isPresent() ? "Answer a comment" : "Write a comment";
        boolean isWrong = notice.isPresent() || !typed.complaints().isEmpty();
        Subject subject = occasion.subject();
        return JteView.of(
                "talk/write",
                new WritePage(
                        requests.shells()
                                .of(
                                        occasion.fielded(),
                                        Place.ANSWERING,
                                        isWrong ? "Please have another look: " + heading : heading),
                        heading,
                        occasion.fielded().name(),
                        subject.topic().about(),
                        subject.words(),
                        subject.discussion(),
                        occasion.answered().map(comment -> Talks.alone(comment)),
                        occasion.signed().token(),
                        occasion.signed().own().text(),
                        typed,
                        notice));
    }

    private ModelAndView sent(
            Fielded fielded, Subject subject, OwnToken own, HttpServletRequest request) {
        return JteView.of(
                "talk/sent",
                new SentPage(
                        requests.shells().of(fielded, Place.ANSWERING, "Your comment was sent"),
                        requests.site(request) + OwnCommentPages.path(fielded.name(), own),
                        subject.place(),
                        subject.discussion(),
                        subject.back()));
    }

    @GetMapping("/{study}/discussion/report/{id}")
    ModelAndView report(@PathVariable String study, @PathVariable String id) {
        Fielded fielded = studies.named(study);
        Comment comment = reportable(fielded, id);
        return ask(fielded, comment);
    }

    @PostMapping("/{study}/discussion/report/{id}")
    ModelAndView report(
            @PathVariable String study,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        Comment comment = reportable(fielded, id);
        if (!requests.tokens()
                .accepts(form(request).first("token"), study, "report " + comment.id().hex())) {
            response.setStatus(FORBIDDEN);
            return ask(fielded, comment);
        }
        requests.limit(Limits.Act.REPORT, request);
        try {
            discussion.report(comment.id());
        } catch (NotThereException gone) {
            throw new Stop.NothingHere();
        }
        return requests.kind(
                fielded,
                "Thank you for telling us",
                List.of("The researchers will read this comment again. Until then it stays."),
                KindPage.Link.other(place(comment), "Back to the discussion"));
    }

    private Comment reportable(Fielded fielded, String id) {
        return CommentId.parse(id)
                .flatMap(discussion::published)
                .filter(
                        comment ->
                                talks.subject(fielded, comment.topic().about())
                                        .filter(each -> each.topic().equals(comment.topic()))
                                        .isPresent())
                .orElseThrow(Stop.NothingHere::new);
    }

    private ModelAndView ask(Fielded fielded, Comment comment) {
        String id = comment.id().hex();
        return JteView.of(
                "talk/report",
                new ReportPage(
                        requests.shells().of(fielded, Place.ANSWERING, "Report this comment?"),
                        "/%s/discussion/report/%s".formatted(fielded.name(), id),
                        requests.tokens().make(fielded.name(), "report " + id),
                        Talks.alone(comment),
                        place(comment)));
    }

    private static String place(Comment comment) {
        return Talks.path(comment.topic()) + "#c-" + comment.id().hex();
    }
}
