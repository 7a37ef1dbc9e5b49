package eyebright.server.answering;

import eyebright.server.page.Fielded;
import eyebright.server.page.Form;
import eyebright.server.page.FormTokens;
import eyebright.server.page.KindPage;
import eyebright.server.page.Markdown;
import eyebright.server.page.Markdown.Shape;
import eyebright.server.page.Shell;
import eyebright.server.page.Shells;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Complaint;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Piping;
import eyebright.study.Question;
import eyebright.study.Route;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes pages of questions.
public final class QuestionPages {

    private static final String MAY_SKIP =
            "You may skip any question: leave it empty and continue.";
    private static final String DECIDES =
            "The questions here decide whether the study is for you, so please answer them.";

    private final Shells shells;
    private final FormTokens tokens;

    QuestionPages(Shells shells, FormTokens tokens) {
        this.shells = shells;
        this.tokens = tokens;
    }

    /// What to say besides the questions.
    ///
    /// @param notice as HTML
    record Remarks(
            List<Complaint> complaints,
            Optional<String> notice,
            Optional<KindPage.Link> leaveUnsaved) {

        static final Remarks NONE = new Remarks(List.of(), Optional.empty(), Optional.empty());

        static Remarks notice(String notice) {
            return new Remarks(List.of(), Optional.of(notice), Optional.empty());
        }
    }

    /// The page with what was answered before.
    QuestionPage fresh(Visit visit, Page page) {
        return fresh(visit, page, Remarks.NONE);
    }

    /// As above, with something to say.
    QuestionPage fresh(Visit visit, Page page, Remarks remarks) {
        return typed(visit, page, values(page, visit.answers()), tokens.saveId(), remarks);
    }

    /// The page with what was just typed in it.
    ///
    /// @param save the id of the save that did not come about: sending again is the same save
    QuestionPage typed(
            Visit visit, Page page, Map<String, List<String>> typed, String save, Remarks remarks) {
        Route route = visit.route();
        return page(
                visit.fielded(),
                visit.study(),
                page,
                new Person(
                        visit.answers(),
                        visit.draw(),
                        (int) Math.round(100 * route.progress(page.id())),
                        Optional.of(visit.ticket().code().text()),
                        route.previous(page.id()).isPresent(),
                        new QuestionPage.Hidden(
                                tokens.make(visit.fielded().name(), visit.id()),
                                save,
                                visit.respondent().questionnaireHash())),
                typed,
                remarks);
    }

    /// The page with what was typed, for a browser that no longer knows whose it is.
    QuestionPage ofNobody(Fielded fielded, Study study, Page page, Form form, Remarks remarks) {
        return page(
                fielded,
                study,
                page,
                new Person(
                        Answers.NONE,
                        Draw.of(form.first("save")),
                        0,
                        Optional.empty(),
                        false,
                        new QuestionPage.Hidden(
                                tokens.make(fielded.name(), FormTokens.NOBODY),
                                form.first("save"),
                                form.first("version"))),
                form.values(),
                remarks);
    }

    /// What a page takes from who sees it.
    private record Person(
            Answers answers,
            Draw draw,
            int progress,
            Optional<String> code,
            boolean canGoBack,
            QuestionPage.Hidden hidden) {}

    private QuestionPage page(
            Fielded fielded,
            Study study,
            Page page,
            Person person,
            Map<String, List<String>> typed,
            Remarks remarks) {
        var sentences = new LinkedHashMap<String, String>();
        remarks.complaints()
                .forEach(
                        each ->
                                sentences.merge(
                                        each.field(), each.sentence(), (a, b) -> a + " " + b));
        var text = new Text(study, person.answers());
        String title = text.plain(page.title());
        return new QuestionPage(
                shells.of(
                        fielded,
                        Shell.Place.QUESTIONS,
                        (remarks.complaints().isEmpty() ? "" : "Please have another look: ")
                                + title),
                fielded.name(),
                page.id(),
                title,
                page.intro().map(text::html).orElse(""),
                page.define().stream()
                        .flatMap(
                                name -> Optional.ofNullable(study.definitions().get(name)).stream())
                        .map(definition -> Markdown.kept(Shape.HTML, definition))
                        .toList(),
                person.draw().questions(page).stream()
                        .map(
                                question ->
                                        new Asking(
                                                question,
                                                person.draw(),
                                                question instanceof Question.Statement
                                                        ? text.html(question.asked().text())
                                                        : text.line(question.asked().text()),
                                                hint(question, text),
                                                typed,
                                                sentences))
                        .toList(),
                remarks.complaints(),
                remarks.notice(),
                person.progress(),
                decides(study, page) ? DECIDES : MAY_SKIP,
                person.code(),
                page.support()
                        ? study.consent().support().stream()
                                .map(each -> Markdown.kept(Shape.LINE, each))
                                .toList()
                        : List.of(),
                person.canGoBack(),
                remarks.leaveUnsaved(),
                person.hidden());
    }

    /// The hint of a question, with what its kind takes.
    private static String hint(Question question, Text text) {
        String own = question.asked().hint().map(text::line).orElse("");
        String kind =
                switch (question) {
                    case Question.SeveralOf _ -> "Choose all that fit.";
                    case Question.Words words when words.upTo() < 1000 ->
                            "Up to %d characters.".formatted(words.upTo());
                    case Question.OneOf _,
                            Question.Rating _,
                            Question.Rate _,
                            Question.Count _,
                            Question.Quantity _,
                            Question.OneIn _,
                            Question.Words _,
                            Question.Statement _ ->
                            "";
                };
        return own.isEmpty() || kind.isEmpty() ? own + kind : own + " " + kind;
    }

    /// Whether every question of the page decides who the study is for.
    private static boolean decides(Study study, Page page) {
        return study.eligibility()
                .map(
                        eligibility ->
                                page.questions().stream()
                                        .filter(each -> !(each instanceof Question.Statement))
                                        .allMatch(eligibility::isDecidedBy))
                .orElse(false);
    }

    /// Answers as the fields of a form.
    static Map<String, List<String>> values(Page page, Answers answers) {
        var values = new HashMap<String, List<String>>();
        for (Question question : page.questions()) {
            for (String field : fields(question)) {
                answers.to(field).ifPresent(answer -> values.put(field, values(answer)));
            }
        }
        return values;
    }

    /// The names of all variables of a page.
    public static List<String> asked(Page page) {
        return page.variables().stream().map(Variable::name).toList();
    }

    /// The fields, which are also the variables, of a question.
    static List<String> fields(Question question) {
        return question instanceof Question.Rate rate
                ? rate.items().stream().map(item -> rate.id() + "." + item.code()).toList()
                : List.of(question.id());
    }

    private static List<String> values(Answer answer) {
        return switch (answer) {
            case Answer.One(String code) -> List.of(code);
            case Answer.Several(List<String> codes) -> codes;
            case Answer.Amount(java.math.BigDecimal value) -> List.of(value.toPlainString());
            case Answer.Words(String text) -> List.of(text);
        };
    }

    /// Texts of a study with a respondent's answers in them.
    record Text(Study study, Answers answers) {

        String html(String markdown) {
            return made(Shape.HTML, markdown);
        }

        String line(String markdown) {
            return made(Shape.LINE, markdown);
        }

        /// Without any markup, for titles.
        String plain(String markdown) {
            return made(Shape.PLAIN, markdown);
        }

        /// What has nobody's answers in it is the same for everybody.
        private String made(Shape shape, String markdown) {
            return Piping.isIn(markdown)
                    ? Markdown.of(shape, Piping.text(markdown, study, answers))
                    : Markdown.kept(shape, markdown);
        }

        /// What was answered to a question, in words.
        Said said(Question question) {
            List<String> said =
                    fields(question).stream().flatMap(field -> inWords(question, field)).toList();
            return new Said(line(question.asked().text()), said);
        }

        private java.util.stream.Stream<String> inWords(Question question, String field) {
            Variable variable = study.variable(field);
            return Piping.inWords(variable, answers)
                    .map(
                            words ->
                                    switch (question) {
                                        case Question.Rate _ -> variable.label() + ": " + words;
                                        case Question.Count count -> words + " " + count.unit();
                                        case Question.Quantity quantity ->
                                                words + " " + quantity.unit();
                                        case Question.OneIn oneIn ->
                                                "about one %s in %s".formatted(oneIn.unit(), words);
                                        case Question.Rating rating ->
                                                "%s (%d %s, %d %s)"
                                                        .formatted(
                                                                words,
                                                                rating.points().from(),
                                                                rating.points().low(),
                                                                rating.points().to(),
                                                                rating.points().high());
                                        case Question.OneOf _,
                                                Question.SeveralOf _,
                                                Question.Words _,
                                                Question.Statement _ ->
                                                words;
                                    })
                    .stream();
        }
    }
}
