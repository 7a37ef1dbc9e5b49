package eyebright.publish.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// What veraPDF has against a file, held against PDF/UA-1.
final class PdfUa {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfUa() {}

    /// Each rule that is broken, with a place; none if the file is PDF/UA-1 as far as a machine can tell.
    static List<String> broken(byte[] pdf) {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(
                            each ->
                                    "%s: %s at %s"
                                            .formatted(
                                                    each.getRuleId().getClause(),
                                                    each.getMessage(),
                                                    each.getLocation().getContext()))
                    .toList();
        } catch (IOException
                | ModelParsingException
                | EncryptedPdfException
                | ValidationException fault) {
            throw new AssertionError(fault);
        }
    }
}
