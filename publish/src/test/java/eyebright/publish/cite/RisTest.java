package eyebright.publish.cite;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import eyebright.publish.HostileTexts;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RisTest {

    private static RISReference read(Work work) throws IOException {
        List<RISReference> all =
                new RISParser().parse(new StringReader(Ris.of(work))).getReferences();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void aReferenceReadsAsItShould() {
        assertThat(Ris.of(Texts.article("Who waves?", Texts.author("Anna B. Author", "Author"))))
                .isEqualTo(
                        """
                        TY  - ELEC
                        ID  - waves-2026-v2
                        AU  - Author, Anna B.
                        TI  - Who waves?
                        PY  - 2026
                        DA  - 2026/11/22/
                        ET  - 2
                        PB  - waves.example.org
                        UR  - https://waves.example.org/waves/article/2
                        KW  - waving
                        KW  - strangers
                        AB  - Who waves.
                        LA  - en
                        ER  -\s
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void aReaderFindsTheSameTitleAndAuthorsOfHostileTexts() throws IOException {
        for (String text : HostileTexts.all()) {
            RISReference read =
                    read(
                            Texts.article(
                                    "x " + text,
                                    Texts.author("Anna " + OneLine.of(text), OneLine.of(text))));

            assertThat(read.getTitle()).as(text).isEqualTo(OneLine.of("x " + text));
            assertThat(read.getAuthors()).as(text).hasSize(1);
            assertThat(read.getURL()).isEqualTo("https://waves.example.org/waves/article/2");
        }
    }

    @Test
    void aLineEndInATitleBeginsNoTag() throws IOException {
        RISReference read = read(Texts.article("Waves\r\nER  - \r\nTY  - BOOK\nAU  - Evil, E."));

        assertThat(read.getTitle()).isEqualTo("Waves ER - TY - BOOK AU - Evil, E.");
        assertThat(read.getAuthors()).isNullOrEmpty();
    }
}
