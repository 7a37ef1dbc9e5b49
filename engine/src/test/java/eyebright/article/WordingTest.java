package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("sets the default locale")
class WordingTest {

    @Test
    void everyWholePercentIsSaidAsTheFileSays() {
        String said =
                IntStream.rangeClosed(0, 100)
                        .mapToObj(percent -> percent + " " + Wording.roughly(percent))
                        .collect(Collectors.joining("\n", "", "\n"));

        assertThat(said).isEqualTo(Folder.resource("portions.txt"));
    }

    @Test
    void onlyNoneIsNobodyAndOnlyAllIsEverybody() {
        assertThat(Wording.roughly(0.2)).isEqualTo("**Fewer than 1 in 100**");
        assertThat(Wording.roughly(99.8)).isEqualTo("**More than 99 in 100**");
        assertThat(Wording.percent(0.2)).isEqualTo("0.2\u00a0%");
        assertThat(Wording.percent(99.8)).isEqualTo("99.8\u00a0%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "71 | 68 | 74 | give or take 3",
                "71 | 67.6 | 74.2 | give or take 3",
                "50 | 49.9 | 50.1 | give or take less than 1",
                "2 | 1 | 6 | somewhere between 1 and 6 %",
                "0.4 | 0.1 | 1.5 | somewhere between 0.1 and 2 %",
                "99.6 | 97 | 99.9 | somewhere between 97.0 and 99.9 %",
                "99.8 | 98.71 | 99.96 | somewhere between 98.7 and 99.96 %",
                "0.2 | 0.04 | 1.3 | somewhere between 0.04 and 1 %"
            })
    void theDoubtOfAShareHasOneNumberOrTwo(double percent, double low, double high, String words) {
        assertThat(Wording.doubt(percent, low, high).replace('\u00a0', ' ')).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"27.5, 28.5, 1", "-0.12, 0.13, 2", "160, 170, 0", "0, 50, 0", "1, 1, 2"})
    void aNumberHasAsManyDigitsAsItsDoubtDeserves(double low, double high, int digits) {
        assertThat(Wording.digits(low, high)).isEqualTo(digits);
    }

    @Test
    void numbersAreTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Wording.number(-1234.56, 1)).isEqualTo("\u22121234.6");
            assertThat(Wording.significant(0.0213)).isEqualTo("0.02130");
            assertThat(Wording.p(0.00001)).isEqualTo("<\u00a00.001");
        } finally {
            Locale.setDefault(before);
        }
    }
}
