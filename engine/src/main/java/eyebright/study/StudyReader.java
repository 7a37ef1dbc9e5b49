package eyebright.study;

import eyebright.expression.Expression;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.SafeText;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `study.yaml` and `questions.yaml`. The only way to a [Study].
public final class StudyReader {

    /// The name of the file with all but the pages.
    public static final String FILE = "study.yaml";

    /// The key of what may be published: no part of the questionnaire, so another reader reads it.
    public static final String PUBLIC_DATA = "public-data";

    /// A value that still waits for its author: `[your name]`.
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*\\[.*]\\s*", Pattern.DOTALL);

    private final Sources sources;
    private final Problems problems;

    private StudyReader(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /// The questionnaire; empty if an error was found, and then the problems say which.
    public static Optional<Study> read(Sources sources, Problems problems) {
        return new StudyReader(sources, problems).study();
    }

    private Optional<Study> study() {
        Optional<Fields> fields =
                sources.file(FILE)
                        .flatMap(text -> YamlFile.read(FILE, text, problems))
                        .flatMap(root -> Fields.of("a study", root, problems));
        Optional<Head> head = fields.flatMap(this::head);
        var pages = new PagesReader(problems);
        List<Draft> drafts =
                sources.file(PagesReader.FILE)
                        .flatMap(text -> YamlFile.read(PagesReader.FILE, text, problems))
                        .map(pages::read)
                        .orElse(List.of());
        if (head.isEmpty() || drafts.isEmpty()) {
            return Optional.empty();
        }
        Study study = head.get().study(drafts.stream().map(Draft::page).toList());
        new StudyChecks(study, drafts, pages.ids(), head.get(), problems).run();
        return problems.hasErrors() ? Optional.empty() : Optional.of(study);
    }

    /// What `study.yaml` says, with the places that are checked once the pages are known.
    record Head(
            Fields fields,
            String name,
            String title,
            String asks,
            String invitation,
            Consent consent,
            Optional<Node.Scalar> eligibleIf,
            Optional<Eligibility> eligibility,
            Counting counts,
            Optional<LocalDate> opens,
            Optional<LocalDate> closes,
            ZoneId zone,
            Optional<Commenting> commenting,
            Map<String, String> definitions,
            List<Node.Scalar> blocks) {

        Study study(List<Page> pages) {
            return new Study(
                    name,
                    title,
                    asks,
                    invitation,
                    consent,
                    eligibility,
                    counts,
                    opens,
                    closes,
                    zone,
                    commenting,
                    definitions,
                    blocks.stream().map(Node.Scalar::value).toList(),
                    pages);
        }
    }

    private Optional<Head> head(Fields fields) {
        Optional<String> name = new Names(problems).study(fields, sources.name());
        Optional<String> title = fields.requiredText("title");
        Optional<String> asks = fields.requiredText("asks");
        Optional<String> invitation = fields.requiredText("invitation");
        fields.required("consent");
        Optional<Consent> consent = fields.fields("consent").flatMap(this::consent);
        Optional<Node.Scalar> eligibleIf = fields.scalar("eligible-if");
        Optional<Expression> condition =
                eligibleIf.flatMap(scalar -> Expressions.read(scalar, problems));
        Optional<String> goodbye =
                fields.has("eligible-if") ? fields.requiredText("goodbye") : fields.text("goodbye");
        Optional<Counting> counts = counts(fields);
        Optional<LocalDate> opens = day(fields, "opens");
        Optional<LocalDate> closes = day(fields, "closes");
        if (opens.isPresent() && closes.isPresent() && closes.get().isBefore(opens.get())) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("closes"),
                    "closes must not be before opens, %s".formatted(opens.get()),
                    "write a later day");
        }
        ZoneId zone = zone(fields);
        Optional<Commenting> commenting = fields.word("discussion", Commenting.WORDS);
        Map<String, String> definitions = definitions(fields);
        List<Node.Scalar> blocks = fields.scalars("blocks-in-random-order");
        fields.node(PUBLIC_DATA);
        fields.finish();
        if (name.isEmpty()
                || title.isEmpty()
                || asks.isEmpty()
                || invitation.isEmpty()
                || consent.isEmpty()
                || counts.isEmpty()) {
            return Optional.empty();
        }
        Optional<Eligibility> eligibility =
                condition.isPresent() && goodbye.isPresent()
                        ? Optional.of(new Eligibility(condition.get(), goodbye.get()))
                        : Optional.empty();
        return Optional.of(
                new Head(
                        fields,
                        name.get(),
                        title.get(),
                        asks.get(),
                        invitation.get(),
                        consent.get(),
                        eligibleIf,
                        eligibility,
                        counts.get(),
                        opens,
                        closes,
                        zone,
                        commenting,
                        definitions,
                        blocks));
    }

    private Optional<Consent> consent(Fields fields) {
        var placeholders = new ArrayList<String>();
        Optional<String> controller = named(fields, "controller", placeholders);
        Optional<String> contact = named(fields, "contact", placeholders);
        Optional<String> ethics = named(fields, "ethics", placeholders);
        Optional<LocalDate> retentionEnd = retentionEnd(fields, placeholders);
        List<String> support = support(fields, placeholders);
        Optional<String> text = fields.requiredText("text");
        Optional<String> agree = fields.text("agree");
        Optional<String> decline = fields.text("decline");
        waiting(fields, placeholders);
        fields.finish();
        if (controller.isEmpty() || contact.isEmpty() || ethics.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Consent(
                        controller.get(),
                        contact.get(),
                        ethics.get(),
                        support,
                        retentionEnd,
                        text.get(),
                        agree.orElse("I agree"),
                        decline.orElse("I do not agree"),
                        placeholders));
    }

    private Optional<String> named(Fields fields, String key, List<String> placeholders) {
        Optional<String> text = fields.requiredText(key);
        text.filter(StudyReader::isPlaceholder).ifPresent(_ -> placeholders.add(key));
        return text;
    }

    private Optional<LocalDate> retentionEnd(Fields fields, List<String> placeholders) {
        String key = "retention-end";
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.map(Node.Scalar::value).filter(StudyReader::isPlaceholder).isPresent()) {
            placeholders.add(key);
            return Optional.empty();
        }
        return day(fields, key);
    }

    private List<String> support(Fields fields, List<String> placeholders) {
        String key = "support";
        fields.required(key);
        var support = new ArrayList<String>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            if (SafeText.check(scalar, problems)) {
                support.add(scalar.value());
            }
        }
        if (support.stream().anyMatch(StudyReader::isPlaceholder)) {
            placeholders.add(key);
        }
        return support;
    }

    private static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches() && !text.contains("](");
    }

    private void waiting(Fields fields, List<String> placeholders) {
        if (!placeholders.isEmpty()) {
            problems.add(
                    Rule.PLACEHOLDER,
                    fields.placeOf(placeholders.getFirst()),
                    "the consent still has placeholders, so nothing real can be collected: "
                            + String.join(", ", placeholders),
                    "write the true ones, without square brackets, before serving the study");
        }
    }

    private Optional<Counting> counts(Fields fields) {
        Optional<Node.Scalar> scalar = fields.scalar("counts");
        if (scalar.isEmpty()) {
            return fields.has("counts") ? Optional.empty() : Optional.of(new Counting.Completed());
        }
        String value = scalar.get().value();
        if (value.equals("completed")) {
            return Optional.of(new Counting.Completed());
        }
        if (value.startsWith("from page ") && Names.isAddress(value.substring(10).strip())) {
            return Optional.of(new Counting.FromPage(value.substring(10).strip()));
        }
        fields.wrongValue("counts", scalar.get(), "completed, or from page NAME");
        return Optional.empty();
    }

    /// Where the days of the study begin and end; in UTC where it does not say.
    private static ZoneId zone(Fields fields) {
        Optional<Node.Scalar> scalar = fields.scalar("time-zone");
        if (scalar.isEmpty()) {
            return ZoneOffset.UTC;
        }
        if (ZoneId.getAvailableZoneIds().contains(scalar.get().value())) {
            return ZoneId.of(scalar.get().value());
        }
        fields.wrongValue("time-zone", scalar.get(), "a time zone such as Europe/Berlin");
        return ZoneOffset.UTC;
    }

    private static Optional<LocalDate> day(Fields fields, String key) {
        Optional<Node.Scalar> scalar = fields.scalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(scalar.get().value()));
        } catch (DateTimeException notADay) {
            fields.wrongValue(key, scalar.get(), "a day such as 2026-12-01");
            return Optional.empty();
        }
    }

    private Map<String, String> definitions(Fields fields) {
        var definitions = new LinkedHashMap<String, String>();
        fields.fields("definitions")
                .ifPresent(
                        inner -> {
                            for (String key : inner.keys()) {
                                if (!Names.isId(key)) {
                                    Place place = inner.placeOf(key);
                                    problems.add(
                                            Rule.WRONG_NAME,
                                            place,
                                            "the name of a definition must be a lower-case word, not \"%s\""
                                                    .formatted(Fields.shortened(key)),
                                            "write crying: and the text");
                                }
                                inner.text(key).ifPresent(text -> definitions.put(key, text));
                            }
                            inner.finish();
                        });
        return definitions;
    }
}
