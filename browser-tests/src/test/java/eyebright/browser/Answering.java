package eyebright.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Points;
import eyebright.study.Question;
import eyebright.study.Study;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers whatever a page asks, the way a person does who has something to tell: yes to what opens more
/// pages, two of several, a number near the least, words with every sort of sign.
final class Answering {

    private static final String WORDS = "It's <b>all</b> said & done, “übrigens” 100 %; 谢谢";

    private final Study study;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Set<String> pages = new LinkedHashSet<>();

    Answering(Study study) {
        this.study = study;
    }

    /// Answers page after page until the review is shown.
    void allPages(Device device) {
        while (!device.asked().equals("review")) {
            page(device);
            on(device);
        }
    }

    /// Answers only what decides whether the study is for them, and skips all else.
    void nothing(Device device) {
        page(device);
        while (!device.asked().equals("review")) {
            on(device);
        }
    }

    /// Answers page after page until that page is shown.
    void until(Device device, String page) {
        while (!device.asked().equals(page)) {
            page(device);
            on(device);
        }
    }

    /// Answers everything on the page that is shown.
    void page(Device device) {
        pages.add(device.asked());
        eyebright.study.Page page = study.page(device.asked()).orElseThrow();
        page.questions().forEach(question -> question(device.page(), question));
    }

    /// Presses Continue; a complaint ends the test with its words.
    void on(Device device) {
        String before = device.asked();
        device.page().locator("button.go[value=on]").click();
        device.page().waitForURL(now -> !now.endsWith("/" + before));
        if (device.page().locator("main .mend").count() > 0) {
            throw new AssertionError(device.page().locator("main .mend").innerText());
        }
    }

    /// The ids of the pages answered.
    Set<String> pages() {
        return Set.copyOf(pages);
    }

    /// What was chosen and typed, by variable.
    Map<String, List<String>> given() {
        return Map.copyOf(given);
    }

    /// Answers as they were chosen and typed, to compare with.
    static Map<String, List<String>> typed(Answers answers) {
        var typed = new LinkedHashMap<String, List<String>>();
        answers.given().forEach((variable, answer) -> typed.put(variable, typed(answer)));
        return typed;
    }

    private static List<String> typed(Answer answer) {
        return switch (answer) {
            case Answer.One(String code) -> List.of(code);
            case Answer.Several(List<String> codes) -> codes;
            case Answer.Amount(BigDecimal value) -> List.of(value.toPlainString());
            case Answer.Words(String text) -> List.of(text);
        };
    }

    private void question(Page page, Question question) {
        String id = question.id();
        switch (question) {
            case Question.OneOf one ->
                    choose(
                            page,
                            id,
                            one.option("yes").isPresent()
                                    ? "yes"
                                    : one.options().getFirst().code());
            case Question.SeveralOf several ->
                    several.options().stream()
                            .filter(option -> !option.alone())
                            .limit(2)
                            .forEach(option -> choose(page, id, option.code()));
            case Question.Rating rating -> choose(page, id, middle(rating.points()));
            case Question.Rate rate ->
                    rate.items()
                            .forEach(
                                    item ->
                                            choose(
                                                    page,
                                                    id + "." + item.code(),
                                                    middle(rate.points())));
            case Question.Count count ->
                    type(page, id, "" + Math.min(count.to(), count.from() + 1));
            case Question.Quantity quantity -> type(page, id, quantity.from().toPlainString());
            case Question.OneIn oneIn -> type(page, id, "" + Math.min(oneIn.to(), 50));
            case Question.Words _ -> type(page, id, WORDS);
            case Question.Statement _ -> {}
        }
    }

    private static String middle(Points points) {
        return Integer.toString((points.from() + points.to()) / 2);
    }

    private void choose(Page page, String field, String value) {
        Locator input = page.locator("input[name='%s'][value='%s']".formatted(field, value));
        if (!input.isChecked()) {
            input.locator("xpath=..").click();
        }
        given.merge(field, List.of(value), Answering::both);
    }

    private void type(Page page, String field, String text) {
        page.locator("[name='%s']".formatted(field)).fill(text);
        given.put(field, List.of(text));
    }

    private static List<String> both(List<String> some, List<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
