package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.answering.QuestionPages;
import eyebright.store.Code;
import eyebright.study.Answer;
import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A respondent whose mind is made up before they begin: an answer to each variable, or none. They answer
/// whatever page they are led to, and remember where they were and what they said.
final class Taker {

    private final Study study;
    private final Map<String, Answer> mind;
    private final Walk walk;
    private final Code code;
    private final LinkedHashSet<String> pages = new LinkedHashSet<>();
    private final Map<String, Answer> given = new LinkedHashMap<>();

    private Taker(RunningSite site, Study study, Map<String, Answer> mind) {
        this.study = study;
        this.mind = new LinkedHashMap<>(mind);
        this.walk = Walk.begun(site, study.name());
        this.code = new Code(List.of(walk.code().split("-", -1)));
    }

    /// Agrees, with that mind.
    static Taker begun(RunningSite site, Study study, Map<String, Answer> mind) {
        return new Taker(site, study, mind);
    }

    /// Some answer to everything.
    static Map<String, Answer> mind(Study study, long seed) {
        var random = new SplittableRandom(seed);
        var mind = new LinkedHashMap<String, Answer>();
        study.variables().forEach((name, variable) -> mind.put(name, some(variable, random)));
        return mind;
    }

    private static Answer some(Variable variable, RandomGenerator random) {
        return switch (variable.kind()) {
            case Variable.Kind.Choice(var options) ->
                    new Answer.One(options.get(random.nextInt(options.size())).code());
            case Variable.Kind.Choices(var options) -> {
                var some = options.stream().filter(_ -> random.nextBoolean()).toList();
                // Nobody chosen, or somebody who excludes the others: one alone.
                yield new Answer.Several(
                        some.isEmpty() || some.stream().anyMatch(option -> option.alone())
                                ? List.of(options.getLast().code())
                                : some.stream().map(option -> option.code()).toList());
            }
            case Variable.Kind.Numeric(BigDecimal from, BigDecimal to, _, _) ->
                    new Answer.Amount(
                            BigDecimal.valueOf(
                                    random.nextInt(from.intValueExact(), to.intValueExact() + 1)));
            case Variable.Kind.Text _ -> new Answer.Words("Words, and = more %+&");
        };
    }

    /// Thinks otherwise from now on; nothing means to skip it.
    Taker rather(String variable, Optional<Answer> answer) {
        mind.remove(variable);
        answer.ifPresent(other -> mind.put(variable, other));
        return this;
    }

    /// Answers and goes on until there is no page of questions, or that one is open.
    Taker onTo(String page) {
        return go("on", page);
    }

    /// Answers and goes back until that page is open.
    Taker backTo(String page) {
        return go("back", page);
    }

    private Taker go(String button, String until) {
        for (int steps = 0; steps <= study.pages().size(); steps++) {
            Optional<Page> open = open();
            if (open.isEmpty() || open.get().id().equals(until)) {
                return this;
            }
            answer(open.get(), button);
        }
        throw new AssertionError("never came to %s, but to %s".formatted(until, pages));
    }

    private void answer(Page page, String button) {
        pages.add(page.id());
        var typed = new ArrayList<String>();
        for (String variable : QuestionPages.asked(page)) {
            given.remove(variable);
            Answer answer = mind.get(variable);
            if (answer != null) {
                typed.add(variable);
                typed.add(field(answer));
                given.put(variable, answer);
            }
        }
        walk.press("go", button, typed.toArray(String[]::new));
        assertThat(walk.status()).as("%s after %s", walk.path(), typed).isEqualTo(200);
    }

    private static String field(Answer answer) {
        return switch (answer) {
            case Answer.One(String code) -> code;
            case Answer.Several(List<String> codes) -> String.join("\n", codes);
            case Answer.Amount(BigDecimal value) -> value.toPlainString();
            case Answer.Words(String text) -> text;
        };
    }

    /// Sends at the review.
    Taker send() {
        assertThat(walk.path()).endsWith("/take-part/review");
        walk.press("go", "send");
        assertThat(walk.path()).endsWith("/take-part/done");
        return this;
    }

    /// The page of questions that is open.
    Optional<Page> open() {
        return study.page(walk.path().substring(walk.path().lastIndexOf('/') + 1));
    }

    Walk walk() {
        return walk;
    }

    Code code() {
        return code;
    }

    /// The pages answered, each once, in the order in which they first came.
    List<String> pages() {
        return List.copyOf(pages);
    }

    /// Forgets which pages there were, not what was said.
    Taker fresh() {
        pages.clear();
        return this;
    }

    /// The last answer to each variable, behind whatever branch.
    Map<String, Answer> given() {
        return Map.copyOf(given);
    }
}
