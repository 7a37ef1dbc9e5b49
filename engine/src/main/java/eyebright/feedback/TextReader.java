package eyebright.feedback;

import eyebright.plan.Entries;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Rule;
import eyebright.source.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is said rather than computed: `prepare` and `clients`.
final class TextReader {

    private final Named named;

    TextReader(Named named) {
        this.named = named;
    }

    Optional<Preparation> preparation(Fields fields) {
        Optional<String> id = Entries.id("prepare", "a preparation", fields, named.problems());
        Optional<String> title = fields.requiredText("title");
        Optional<String> intro = fields.text("intro");
        List<Passage> texts = passages(fields);
        var plan = new ArrayList<Sentence>();
        for (Node node : fields.list("plan")) {
            Fields.of("a sentence of a plan", node, named.problems())
                    .flatMap(this::sentence)
                    .ifPresent(plan::add);
        }
        fields.finish();
        boolean isFirst =
                id.isEmpty() || named.isFirst("a preparation", id.get(), fields.placeOf("prepare"));
        return isFirst && id.isPresent() && title.isPresent() && !texts.isEmpty()
                ? Optional.of(new Preparation(id.get(), title.get(), intro, texts, plan))
                : Optional.empty();
    }

    private Optional<Sentence> sentence(Fields fields) {
        Optional<String> begins = fields.requiredText("begins");
        List<String> offers = texts(fields, "offers");
        fields.finish();
        return begins.map(each -> new Sentence(each, offers));
    }

    Optional<ClientPage> clients(Fields fields) {
        Optional<String> title = fields.requiredText("clients");
        Optional<String> intro = fields.requiredText("intro");
        var chapters = new ArrayList<ClientPage.Chapter>();
        for (Node node : named.entries(fields, "chapters")) {
            Fields.of("a chapter", node, named.problems())
                    .flatMap(this::chapter)
                    .ifPresent(chapters::add);
        }
        List<String> support =
                named.entries(fields, "support").isEmpty() ? List.of() : texts(fields, "support");
        fields.finish();
        return title.isPresent() && intro.isPresent() && !chapters.isEmpty() && !support.isEmpty()
                ? Optional.of(new ClientPage(title.get(), intro.get(), chapters, support))
                : Optional.empty();
    }

    private Optional<ClientPage.Chapter> chapter(Fields fields) {
        Optional<String> title = fields.requiredText("title");
        List<Passage> texts = passages(fields);
        fields.finish();
        return title.map(each -> new ClientPage.Chapter(each, texts));
    }

    private List<Passage> passages(Fields fields) {
        var passages = new ArrayList<Passage>();
        for (Node node : named.entries(fields, "texts")) {
            Fields.of("a text", node, named.problems())
                    .flatMap(this::passage)
                    .ifPresent(passages::add);
        }
        return passages;
    }

    private Optional<Passage> passage(Fields fields) {
        Optional<String> whom = fields.text("whom");
        Optional<String> says = fields.requiredText("says");
        boolean hasSource = fields.has("source");
        List<Source> sources = named.sources(fields);
        fields.finish();
        if (!hasSource) {
            named.problems()
                    .add(
                            Rule.NO_SOURCE,
                            fields.place(),
                            "this text does not say where it comes from",
                            "add source: with the id of a source");
        }
        return says.isPresent() && !sources.isEmpty()
                ? Optional.of(new Passage(whom, says.get(), sources))
                : Optional.empty();
    }

    /// Texts that are safe to show.
    private List<String> texts(Fields fields, String key) {
        return fields.scalars(key).stream()
                .filter(each -> SafeText.check(each, named.problems()))
                .map(Node.Scalar::value)
                .toList();
    }
}
