package eyebright.publish.word;

import eyebright.manuscript.Inline;
import eyebright.publish.article.Citations;
import eyebright.publish.word.Docx.Look;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

/// Writes the pieces of lines.
final class Lines {

    private static final String OPEN = "[not known yet]";

    private final Docx docx;
    private final Citations citations;
    private final Map<String, String> origins = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();

    /// @param claims those the document says the origin of
    Lines(Docx docx, Citations citations, List<String> claims) {
        this.docx = docx;
        this.citations = citations;
        claims.forEach(claim -> origins.put(claim, "origin_%d".formatted(origins.size() + 1)));
        citations
                .references()
                .forEach(
                        each ->
                                references.put(
                                        each.key(),
                                        "reference_%d".formatted(references.size() + 1)));
    }

    /// The place of the document that says where the numbers of a claim come from.
    Optional<String> origin(String claim) {
        return Optional.ofNullable(origins.get(claim));
    }

    /// The place of a reference in their list.
    Optional<String> reference(String key) {
        return Optional.ofNullable(references.get(key));
    }

    /// Writes pieces at the end of a paragraph.
    void write(XWPFParagraph paragraph, List<Inline> parts) {
        write(paragraph, parts, Look.PLAIN);
    }

    void write(XWPFParagraph paragraph, List<Inline> parts, Look look) {
        CTP lines = paragraph.getCTP();
        new Line(lines).write(parts, look, lines::addNewR, true);
    }

    /// One line while it is written.
    private final class Line {

        private final CTP paragraph;

        /// The reasons that a footnote of it has given.
        private final Set<String> said = new HashSet<>();

        Line(CTP paragraph) {
            this.paragraph = paragraph;
        }

        /// @param mayLead whether what leads elsewhere may begin here: links do not hold links
        void write(List<Inline> parts, Look look, Supplier<CTR> place, boolean mayLead) {
            parts.forEach(part -> write(part, look, place, mayLead));
        }

        private void write(Inline part, Look look, Supplier<CTR> place, boolean mayLead) {
            switch (part) {
                case Inline.Text(String text) -> Docx.text(place, text, look);
                case Inline.Emphasis(List<Inline> inner) ->
                        write(inner, look.emphasised(), place, mayLead);
                case Inline.Strong(List<Inline> inner) ->
                        write(inner, look.strong(), place, mayLead);
                case Inline.Link(String address, List<Inline> inner) -> {
                    Optional<String> target = mayLead ? Addresses.of(address) : Optional.empty();
                    target.ifPresentOrElse(
                            to -> write(inner, look.of(Style.LINK), outwards(to), false),
                            () -> write(inner, look, place, mayLead));
                }
                case Inline.Told(List<Inline> inner, String claim) ->
                        inwards(origin(claim), look, place, mayLead, inner);
                case Inline.Open(String why) -> {
                    Docx.text(place, OPEN, look);
                    // A note stands beside what leads elsewhere, not inside.
                    if (said.add(why) && mayLead) {
                        docx.footnote(paragraph, why);
                    }
                }
                case Inline.Cited cited ->
                        inwards(
                                cited.keys().size() == 1
                                        ? reference(cited.keys().getFirst())
                                        : Optional.empty(),
                                look,
                                place,
                                mayLead,
                                List.of(new Inline.Text(citations.text(cited))));
                case Inline.Break _ -> place.get().addNewBr();
            }
        }

        private void inwards(
                Optional<String> bookmark,
                Look look,
                Supplier<CTR> place,
                boolean mayLead,
                List<Inline> inner) {
            if (mayLead && bookmark.isPresent()) {
                write(
                        inner,
                        look.of(Style.INNER_LINK),
                        Docx.leading(paragraph, bookmark.get()),
                        false);
            } else {
                write(inner, look, place, mayLead);
            }
        }

        private Supplier<CTR> outwards(String address) {
            PackageRelationship relation =
                    docx.document()
                            .getPackagePart()
                            .addExternalRelationship(address, XWPFRelation.HYPERLINK.getRelation());
            CTHyperlink link = paragraph.addNewHyperlink();
            link.setId(relation.getId());
            return link::addNewR;
        }
    }
}
