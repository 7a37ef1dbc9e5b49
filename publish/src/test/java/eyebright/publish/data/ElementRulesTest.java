package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementRulesTest {

    private static final ElementRules DDI = ElementRules.of("ddi-codebook-2.5.txt");
    private static final String CODEBOOK =
            DdiCodebook.of(
                    Garden.release(), new FileFacts("data/a_data.csv", "the answers", 1, "0"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    (<titl>.*</titl>)\\s*(<IDNo>.*</IDNo>)    ~ $2$1                          ~ titlStmt: titl must stand before IDNo
                    <titl>.*</titl>                           ~ ''                            ~ titlStmt: titl is missing
                    (<titl>.*</titl>)                         ~ $1$1                          ~ titlStmt: titl stands 2 times
                    (?s)<stdyDscr>.*</stdyDscr>               ~ ''                            ~ codeBook: stdyDscr is missing
                    <IDNo>                                    ~ <IDNo colour="red">           ~ IDNo: no attribute colour
                    <IDNo>                                    ~ <IDNo level="house">          ~ IDNo: level must be study|file|project, not house
                    <software>.*</software>                   ~ <garden>1</garden>            ~ prodStmt: no garden may stand in it
                    <software>.*</software>                   ~ <grantNo>1</grantNo>          ~ grantNo: no line says what may stand in it
                    <rspStmt>                                 ~ <rspStmt>By                   ~ rspStmt: no text may stand in it
                    <range [^>]*>                             ~ ''                            ~ valrng: item or range is missing
                    files="F1"                                ~ files="F2"                    ~ nothing has the ID F2
                    ID="V2"                                   ~ ID="V1"                       ~ var: the ID V1 is given twice
                    ID="V2"                                   ~ ID="2"                        ~ var: ID must be ID, not 2
                    name="adult"                              ~ ''                            ~ var: name is missing
                    version="2.5"                             ~ version="3"                   ~ codeBook: version must be 2.5, not 3
                    missing="Y"                               ~ missing="yes"                 ~ catgry: missing must be Y|N, not yes
                    type="vald"                               ~ type="valid"                  ~ sumStat: type must be mean|medn|mode|vald|invd|min|max|stdev|other, not valid
                    type="vald"                               ~ ''                            ~ sumStat: type is missing
                    """)
    void aCodebookThatIsNotIsToldOf(String from, String to, String fault) {
        assertThat(CODEBOOK).containsPattern(from);
        assertThat(DDI.faults(ElementRules.root(CODEBOOK.replaceFirst(from, to)))).contains(fault);
    }
}
