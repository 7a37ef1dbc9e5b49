package eyebright.frame;

import eyebright.expression.Expression;
import eyebright.expression.Scope;
import eyebright.expression.Truth;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Counting;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Route;
import eyebright.study.Route.Eligible;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes a [Frame] of what respondents answered: of a list of them at once, or of one after the other, so that
/// only their cells are in memory. A maker is for one thread, and is used once.
///
/// The route is replayed on the final answers: an answer behind a branch that has changed since stays
/// where it is kept and does not come here.
public final class Frames {

    private final Study study;
    private final Map<String, Variable> variables;
    private final Map<String, Growing> columns = new LinkedHashMap<>();

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> excluded = new TreeMap<>();
    private String last = "";

    /// Makes a frame of a study, with nobody in it yet.
    public Frames(Study study) {
        this.study = study;
        this.variables = study.variables();
        variables.forEach((name, variable) -> columns.put(name, Growing.of(variable)));
    }

    /// The frame of those responses that count, in the order of their ids, whatever theirs; see [#add].
    ///
    /// @throws IllegalArgumentException if two responses have one id
    public static Frame of(Study study, List<Response> responses, Origin origin) {
        var frames = new Frames(study);
        responses.stream().sorted(Comparator.comparing(Response::id)).forEach(frames::add);
        return frames.frame(origin);
    }

    /// Adds a respondent, who comes after all that were added in the order of ids.
    ///
    /// Who does not count is excluded with the first reason that holds: `not eligible`; `eligibility is
    /// not known`, where the questions that decide it were not reached; `did not reach the end`, or `did
    /// not reach page NAME` where the study counts from a page.
    ///
    /// @throws IllegalArgumentException if the id is not after that of the one before
    public void add(Response response) {
        int order = response.id().compareTo(last);
        if (order == 0) {
            throw new IllegalArgumentException("id %s stands twice".formatted(last));
        }
        if (order < 0) {
            throw new IllegalArgumentException(
                    "id %s must come before %s".formatted(response.id(), last));
        }
        last = response.id();
        Draw draw = Draw.of(response.id());
        Route route = Route.of(study, response.answers(), draw);
        Optional<String> reason = excludes(response.answers(), draw, route);
        if (reason.isPresent()) {
            excluded.merge(reason.get(), 1, Integer::sum);
            return;
        }
        ids.add(response.id());
        add(response.answers(), route);
    }

    /// The frame of all who were added and count. What it was made of is let go, column by column: the two are never in
    /// memory together.
    public Frame frame(Origin origin) {
        var made = new LinkedHashMap<String, Column>();
        for (String name : variables.keySet()) {
            made.put(name, column(name).column());
            columns.remove(name);
        }
        return new Frame(ids, made, excluded, origin);
    }

    private Optional<String> excludes(Answers answers, Draw draw, Route route) {
        if (route.eligible() == Eligible.NO) {
            return Optional.of("not eligible");
        }
        boolean far =
                answers.sent()
                        || (study.counts() instanceof Counting.FromPage(String page)
                                && reached(page, answers, draw));
        if (!far) {
            return Optional.of(
                    switch (study.counts()) {
                        case Counting.Completed _ -> "did not reach the end";
                        case Counting.FromPage(String page) -> "did not reach page " + page;
                    });
        }
        return route.eligible() == Eligible.OPEN
                ? Optional.of("eligibility is not known")
                : Optional.empty();
    }

    /// Whether the page or one that comes later for this respondent was saved.
    private boolean reached(String page, Answers answers, Draw draw) {
        return draw.pages(study).stream()
                .map(Page::id)
                .dropWhile(id -> !id.equals(page))
                .anyMatch(answers.saved()::contains);
    }

    private void add(Answers answers, Route route) {
        Map<String, Status> pages = pages(answers, route);
        for (Variable variable : variables.values()) {
            Growing column = column(variable.name());
            Status page = pages.getOrDefault(variable.page(), Status.NOT_SHOWN);
            Optional<Answer> answer = answers.to(variable.name());
            if (page == Status.ANSWERED && answer.isPresent()) {
                column.answer(answer.get());
            } else {
                column.none(page == Status.ANSWERED ? Status.SKIPPED : page);
            }
        }
    }

    private Growing column(String variable) {
        return Objects.requireNonNull(columns.get(variable));
    }

    /// For each page ANSWERED (saved), NOT_REACHED or NOT_SHOWN. A page that waits for an answer which has
    /// not been reached is itself not reached: nobody knows yet whether it would be shown.
    private Map<String, Status> pages(Answers answers, Route route) {
        var shown = new HashSet<String>();
        route.pages().forEach(page -> shown.add(page.id()));
        Scope scope = Route.scope(kept(answers, shown));
        var pages = new HashMap<String, Status>();
        for (Page page : study.pages()) {
            if (shown.contains(page.id())) {
                boolean saved = answers.saved().contains(page.id());
                pages.put(page.id(), saved ? Status.ANSWERED : Status.NOT_REACHED);
                continue;
            }
            boolean waits =
                    page.showIf()
                            .filter(condition -> condition.truth(scope) == Truth.UNKNOWN)
                            .map(condition -> readsNotReached(condition, pages))
                            .orElse(false);
            pages.put(page.id(), waits ? Status.NOT_REACHED : Status.NOT_SHOWN);
        }
        return pages;
    }

    /// The answers on pages that are shown.
    private Answers kept(Answers answers, Set<String> shown) {
        var kept = new HashMap<>(answers.given());
        kept.keySet()
                .removeIf(
                        name -> {
                            Variable variable = variables.get(name);
                            return variable != null && !shown.contains(variable.page());
                        });
        return new Answers(kept, answers.saved(), answers.sent());
    }

    private boolean readsNotReached(Expression condition, Map<String, Status> pages) {
        return condition.variables().stream()
                .map(this::question)
                .flatMap(Optional::stream)
                .anyMatch(variable -> pages.get(variable.page()) == Status.NOT_REACHED);
    }

    /// The variable that a name in an expression reads: itself, or the question of an option.
    private Optional<Variable> question(String name) {
        int dot = name.lastIndexOf('.');
        Variable itself = variables.get(name);
        return Optional.ofNullable(
                itself != null || dot < 0 ? itself : variables.get(name.substring(0, dot)));
    }
}
