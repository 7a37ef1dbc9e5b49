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
import java.util.stream.Stream;

/// Answers whatever a page asks, the way a person does who has something to tell: yes to what opens more
/// pages, two of several, a number near the least, words with every sort of sign.
final class Answering {

    private static final String WORDS = "It's <b>all</b> said & done, “übrigens” 100 %; 谢谢";
    private static final Set<String> CHOICES = Set.of("radio", "checkbox");

    /// How the fields of a page are filled in.
    private enum Way {
        BY_HAND,
        AT_ONCE
    }

    private final Study study;
    private final Way way;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Set<String> pages = new LinkedHashSet<>();

    private Answering(Study study, Way way) {
        this.study = study;
        this.way = way;
    }

    /// Taps and types, one field after the other.
    static Answering byHand(Study study) {
        return new Answering(study, Way.BY_HAND);
    }

    /// Fills in a page at once, as by [Fields]: to come to where a test begins.
    static Answering atOnce(Study study) {
        return new Answering(study, Way.AT_ONCE);
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
        List<Fields.Given> fields = page.questions().stream().flatMap(Answering::fields).toList();
        switch (way) {
            case BY_HAND -> fields.forEach(field -> fillIn(device.page(), field));
            case AT_ONCE -> Fields.fill(device.page(), fields);
        }
        fields.forEach(each -> given.merge(each.name(), List.of(each.value()), Answering::both));
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

    private static Stream<Fields.Given> fields(Question question) {
        String id = question.id();
        return switch (question) {
            case Question.OneOf one ->
                    given(
                            id,
                            one.option("yes").isPresent()
                                    ? "yes"
                                    : one.options().getFirst().code());
            case Question.SeveralOf several ->
                    several.options().stream()
                            .filter(option -> !option.alone())
                            .limit(2)
                            .map(option -> new Fields.Given(id, option.code()));
            case Question.Rating rating -> given(id, middle(rating.points()));
            case Question.Rate rate ->
                    rate.items().stream()
                            .map(
                                    item ->
                                            new Fields.Given(
                                                    id + "." + item.code(), middle(rate.points())));
            case Question.Count count -> given(id, "" + Math.min(count.to(), count.from() + 1));
            case Question.Quantity quantity -> given(id, quantity.from().toPlainString());
            case Question.OneIn oneIn -> given(id, "" + Math.min(oneIn.to(), 50));
            case Question.Words _ -> given(id, WORDS);
            case Question.Statement _ -> Stream.empty();
        };
    }

    private static Stream<Fields.Given> given(String name, String value) {
        return Stream.of(new Fields.Given(name, value));
    }

    private static String middle(Points points) {
        return Integer.toString((points.from() + points.to()) / 2);
    }

    private static void fillIn(Page page, Fields.Given field) {
        Locator named = page.locator("[name='%s']".formatted(field.name()));
        if (!CHOICES.contains(String.valueOf(named.first().getAttribute("type")))) {
            named.fill(field.value());
            return;
        }
        Locator choice =
                page.locator("[name='%s'][value='%s']".formatted(field.name(), field.value()));
        if (!choice.isChecked()) {
            choice.locator("xpath=..").click();
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
