package eyebright.publish.word;

import eyebright.article.Before;
import eyebright.article.FindingView;
import eyebright.article.Sentence;
import eyebright.article.VerdictView;
import eyebright.manuscript.Inline;
import eyebright.publish.word.Captions.Kind;
import eyebright.publish.word.Captions.Numbered;
import eyebright.publish.word.Docx.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/// Writes a finding whole: question, answer, how it was judged, what was known before, picture, every number, and what else
/// was planned for the claim.
final class FindingBlock {

    private final Blocks blocks;
    private final FindingView finding;

    FindingBlock(Blocks blocks, FindingView finding) {
        this.blocks = blocks;
        this.finding = finding;
    }

    void write() {
        blocks.docx().paragraph(Style.heading(blocks.below()), finding.question(), Look.PLAIN);
        Optional<Numbered> figure = finding.picture().map(_ -> blocks.captions().next(Kind.FIGURE));
        Optional<Numbered> table =
                finding.details().rows().isEmpty()
                        ? Optional.empty()
                        : Optional.of(blocks.captions().next(Kind.TABLE));
        answer(figure, table);
        judged();
        figure.ifPresent(
                number -> blocks.picture(finding.picture().orElseThrow(), finding.id(), number));
        table.ifPresent(
                number ->
                        blocks.table(finding.details(), finding.question(), finding.id(), number));
        beside();
    }

    private void answer(Optional<Numbered> figure, Optional<Numbered> table) {
        XWPFParagraph paragraph = blocks.docx().paragraph(Style.BODY);
        blocks.lines().write(paragraph, List.of(told(finding)));
        List<Numbered> shown = Stream.of(figure, table).flatMap(Optional::stream).toList();
        if (shown.isEmpty()) {
            return;
        }
        CTP line = paragraph.getCTP();
        Docx.text(line::addNewR, " See ", Look.PLAIN);
        for (int i = 0; i < shown.size(); i++) {
            if (i > 0) {
                Docx.text(line::addNewR, " and ", Look.PLAIN);
            }
            Docx.text(
                    Docx.leading(line, shown.get(i).bookmark()),
                    shown.get(i).name(),
                    Look.PLAIN.of(Style.INNER_LINK));
        }
        Docx.text(line::addNewR, ".", Look.PLAIN);
    }

    /// The answer, each word of which leads to its origin.
    private static Inline told(FindingView of) {
        return new Inline.Told(
                of.answer().parts().stream().map(FindingBlock::part).toList(), of.id());
    }

    private static Inline part(Sentence.Part part) {
        Inline text = new Inline.Text(part.text());
        return part.isStrong() ? new Inline.Strong(List.of(text)) : text;
    }

    private void judged() {
        VerdictView judged = finding.judged();
        var sentences = new ArrayList<String>();
        sentences.add(judged.why());
        judged.rule().ifPresent(sentences::add);
        judged.ways().ifPresent(sentences::add);
        paragraph(String.join(" ", sentences));
        var before = new ArrayList<String>();
        judged.beside().stream().map(VerdictView.Beside::says).forEach(before::add);
        if (before.isEmpty()) {
            finding.before().stream().map(FindingBlock::published).forEach(before::add);
        }
        if (!before.isEmpty()) {
            paragraph(String.join(" ", before));
        }
        if (!finding.notes().isEmpty()) {
            paragraph("This claim: %s.".formatted(String.join("; ", finding.notes())));
        }
    }

    private static String published(Before before) {
        return "Published: %s (%s)%s."
                .formatted(
                        before.says(),
                        before.certainty(),
                        before.note().map(note -> "; " + note).orElse(""));
    }

    private XWPFParagraph paragraph(String text) {
        return blocks.docx().paragraph(Style.BODY, text, Look.PLAIN);
    }

    /// Words that what follows belongs to.
    private static String headed(String words) {
        return words.endsWith(".") ? words : words + ":";
    }

    private void beside() {
        if (finding.beside().isEmpty()) {
            return;
        }
        paragraph(
                        finding.beside().size() == 1
                                ? "The same was looked at in another way:"
                                : "The same was looked at in %d other ways:"
                                        .formatted(finding.beside().size()))
                .setKeepNext(true);
        for (FindingView each : finding.beside()) {
            XWPFParagraph item = blocks.item(false, StyleSheet.BULLETS, 0);
            blocks.lines()
                    .write(
                            item,
                            List.of(
                                    new Inline.Emphasis(
                                            List.of(new Inline.Text(headed(each.claim())))),
                                    new Inline.Text(" "),
                                    told(each)));
        }
    }
}
