package eyebright.study;

import eyebright.source.Sha256;
import java.util.List;
import java.util.TreeMap;

/// The text of a questionnaire that its hash is made of.
///
/// Version 1: one line a fact, `path = value`, values with `\` and line ends escaped. It holds ids, codes,
/// kinds, texts, order, conditions and consent, and nothing that comments, layout or line ends change.
/// `CanonicalTest` holds a vector.
public final class Canonical {

    private static final String VERSION = "questionnaire 1";

    private final StringBuilder text = new StringBuilder(VERSION).append('\n');

    private Canonical() {}

    /// The canonical text of a questionnaire with its consent.
    public static String questionnaire(Study study) {
        var canonical = new Canonical();
        canonical.study(study);
        return canonical.text.toString();
    }

    /// The hash that every saved page carries: SHA-256 of the canonical text, as 64 hexadecimal digits.
    public static String questionnaireHash(Study study) {
        return Sha256.hex(questionnaire(study));
    }

    private void study(Study study) {
        put("study", study.name());
        put("title", study.title());
        put("asks", study.asks());
        put("invitation", study.invitation());
        Consent consent = study.consent();
        put("consent.controller", consent.controller());
        put("consent.contact", consent.contact());
        put("consent.ethics", consent.ethics());
        consent.retentionEnd().ifPresent(day -> put("consent.retention-end", day.toString()));
        consent.support().forEach(support -> put("consent.support", support));
        put("consent.text", consent.text());
        put("consent.agree", consent.agree());
        put("consent.decline", consent.decline());
        study.eligibility()
                .ifPresent(
                        eligibility -> {
                            put("eligible-if", eligibility.condition().toString());
                            put("goodbye", eligibility.goodbye());
                        });
        put(
                "counts",
                switch (study.counts()) {
                    case Counting.Completed _ -> "completed";
                    case Counting.FromPage(String page) -> "from page " + page;
                });
        new TreeMap<>(study.definitions()).forEach((name, words) -> put("define." + name, words));
        study.randomBlocks().forEach(block -> put("random-block", block));
        study.pages().forEach(this::page);
    }

    private void page(Page page) {
        put("page", page.id());
        put("page.title", page.title());
        page.intro().ifPresent(intro -> put("page.intro", intro));
        page.showIf().ifPresent(condition -> put("page.show-if", condition.toString()));
        page.define().forEach(name -> put("page.define", name));
        put("page.support", Boolean.toString(page.support()));
        page.block().ifPresent(block -> put("page.block", block));
        put("page.order", page.order().name());
        page.questions().forEach(this::question);
        for (Page.Expectation expectation : page.expectations()) {
            put("page.expect", expectation.that().toString());
            put("page.else", expectation.otherwise());
        }
    }

    private void question(Question question) {
        put("question", question.id());
        put("text", question.asked().text());
        question.asked().hint().ifPresent(hint -> put("hint", hint));
        switch (question) {
            case Question.OneOf one -> options("one-of", one.options(), one.order());
            case Question.SeveralOf several ->
                    options("several-of", several.options(), several.order());
            case Question.Rating rating -> points("rating", rating.points());
            case Question.Rate rate -> {
                points("rate", rate.points());
                rate.items().forEach(item -> put("item." + item.code(), item.label()));
                put("order", rate.order().name());
            }
            case Question.Count count ->
                    put("count", count.from() + " to " + count.to() + " " + count.unit());
            case Question.Quantity quantity ->
                    put(
                            "number",
                            quantity.from().stripTrailingZeros().toPlainString()
                                    + " to "
                                    + quantity.to().stripTrailingZeros().toPlainString()
                                    + " by "
                                    + quantity.decimals()
                                    + " "
                                    + quantity.unit());
            case Question.OneIn oneIn -> put("one-in", oneIn.to() + " " + oneIn.unit());
            case Question.Words words -> put("words", Integer.toString(words.upTo()));
            case Question.Statement _ -> put("statement", "");
        }
    }

    private void options(String kind, List<Option> options, Order order) {
        put(kind, order.name());
        for (Option option : options) {
            put("option." + option.code() + (option.alone() ? ".alone" : ""), option.label());
        }
    }

    private void points(String kind, Points points) {
        // On lines of their own: the words may themselves hold " to ".
        put(kind, points.from() + " to " + points.to());
        put(kind + ".low", points.low());
        put(kind + ".high", points.high());
    }

    private void put(String path, String value) {
        String plain = value.replace("\r\n", "\n").replace('\r', '\n').strip();
        text.append(path)
                .append(" = ")
                .append(plain.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n');
    }
}
