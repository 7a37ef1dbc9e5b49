package eyebright.reporting;

import eyebright.chart.Origin;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Front;
import eyebright.manuscript.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The checklists of a study, filled, as a text that is written out as its article is.
///
/// What the author tells stands behind what is known. What nobody tells is asked for by name, so that a gap is seen.
public final class Checklists {

    private final Basis basis;
    private final Reporting told;
    private int open;

    private Checklists(Basis basis, Reporting told) {
        this.basis = basis;
        this.told = told;
    }

    /// The text.
    public static Article article(Basis basis, Reporting told) {
        return new Checklists(basis, told).article();
    }

    private Article article() {
        var lists = new ArrayList<Block>();
        for (Guideline guideline : Guideline.all()) {
            lists.add(new Block.Heading(2, guideline.key(), text(guideline.title())));
            lists.add(new Block.Paragraph(source(guideline)));
            for (Section section : guideline.sections()) {
                lists.add(
                        new Block.Heading(
                                3,
                                guideline.key() + "-" + section.items().getFirst().id(),
                                text(section.title())));
                lists.add(
                        new Block.Items(
                                false,
                                section.items().stream()
                                        .map(item -> line(guideline, item))
                                        .toList()));
            }
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(text(state())));
        blocks.addAll(lists);
        return new Article(
                new Front(
                        "What is reported: " + basis.study().title(),
                        Optional.of(
                                "What readers must be told of a survey, item by item: from the folder and the answers"
                                        + " as far as they know, the rest from the author."),
                        basis.front().map(Front::authors).orElseGet(List::of),
                        List.of(),
                        basis.front().flatMap(Front::licence),
                        Optional.empty(),
                        Optional.empty()),
                basis.findings().data().mark().isPresent() ? Origin.REHEARSED : Origin.REAL,
                basis.findings().plan(),
                basis.findings().data(),
                blocks);
    }

    private static List<Inline> source(Guideline guideline) {
        String address = "https://doi.org/" + guideline.doi();
        return List.of(
                new Inline.Text("The topics are those of %s ".formatted(guideline.source())),
                new Inline.Link(address, text(address)));
    }

    private String state() {
        long all = Guideline.all().stream().flatMap(Guideline::items).count();
        return open == 0
                ? "All %,d items are told.".formatted(all)
                : "%,d of %,d items are told; the others are still the author's to tell."
                        .formatted(all - open, all);
    }

    private List<Block> line(Guideline guideline, Item item) {
        var parts = new ArrayList<Inline>();
        parts.add(new Inline.Strong(text(item.topic() + ".")));
        Optional<String> own = told.of(guideline, item);
        boolean whole =
                switch (item.known().apply(basis)) {
                    case Known.Whole(String known) -> {
                        parts.add(new Inline.Text(" " + known));
                        yield true;
                    }
                    case Known.Partly(String known) -> {
                        parts.add(new Inline.Text(" " + known));
                        yield false;
                    }
                    case Known.Nothing() -> false;
                };
        own.ifPresent(text -> parts.add(new Inline.Text(" " + text)));
        if (!whole && own.isEmpty()) {
            open++;
            parts.add(new Inline.Text(" "));
            parts.add(
                    new Inline.Emphasis(
                            text(
                                    "Still to be told by the author: %s (%s)."
                                            .formatted(
                                                    item.asks(), Reporting.key(guideline, item)))));
        }
        return List.of(new Block.Paragraph(parts));
    }

    private static List<Inline> text(String text) {
        return List.of(new Inline.Text(text));
    }
}
