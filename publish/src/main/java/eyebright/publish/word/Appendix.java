package eyebright.publish.word;

import eyebright.publish.article.Origins;
import eyebright.publish.word.Docx.Look;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/// Writes where the numbers come from, claim by claim: each number of the text leads here.
final class Appendix {

    private final Docx docx;
    private final Lines lines;

    Appendix(Docx docx, Lines lines) {
        this.docx = docx;
        this.lines = lines;
    }

    void write(Origins origins) {
        XWPFParagraph head =
                docx.paragraph(Style.HEADING_1, "Appendix: " + Origins.TITLE, Look.PLAIN);
        head.setPageBreak(true);
        docx.paragraph(
                Style.BODY,
                "Each number of this text leads to the analysis it comes from. These hold for all of them.",
                Look.PLAIN);
        origins.facts().forEach(this::fact);
        for (Origins.OfClaim claim : origins.claims()) {
            XWPFParagraph paragraph = docx.paragraph(Style.ORIGIN);
            lines.origin(claim.id()).ifPresent(name -> docx.bookmark(paragraph.getCTP(), name));
            Docx.text(
                    paragraph.getCTP()::addNewR,
                    "%s: %s".formatted(claim.id(), claim.says()),
                    Look.PLAIN);
            claim.facts().forEach(this::fact);
        }
    }

    private void fact(Origins.Fact fact) {
        CTP line = docx.paragraph(Style.ORIGIN_FACT).getCTP();
        Docx.text(line::addNewR, fact.name() + ": ", Look.ITALIC);
        Docx.text(line::addNewR, fact.words(), Look.PLAIN);
    }
}
