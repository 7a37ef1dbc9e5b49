package eyebright.frame.sav;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Column;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.HostileTexts;
import eyebright.frame.Origin;
import eyebright.frame.Specimen;
import eyebright.frame.sav.SavReader.Declared;
import eyebright.source.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavFileTest {

    private static final SavReader HOSTILE =
            new SavReader(SavSpecimen.written(SavSpecimen.hostile()));

    private static Declared declared(String name) {
        return HOSTILE.variables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name));
    }

    @Test
    void everyTextComesBackAsItWas() {
        List<String> texts = HostileTexts.all();
        for (int row = 0; row < texts.size(); row++) {
            assertThat(HOSTILE.cases.get(row)).containsEntry("word", texts.get(row));
            assertThat(HOSTILE.cases.get(row)).containsEntry("word.status", 0.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 255, 256, 257, 504, 505, 1000, 4999})
    void aTextOfAnyLengthComesBack(int length) {
        String text = "äx€".repeat(length).substring(0, length - 1) + "!";

        var read = new SavReader(SavSpecimen.written(SavSpecimen.dataset(List.of(text, "b"))));

        assertThat(read.cases.get(0)).containsEntry("word", text);
        assertThat(read.cases.get(1)).containsEntry("word", "b");
        assertThat(read.variables.stream().filter(each -> each.name().equals("word")))
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.width())
                                        .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void columnsAreThoseOfTheTableUnderNamesThatSpssAllows() {
        String item = "t".repeat(60) + ".";
        assertThat(HOSTILE.variables)
                .extracting(Declared::name)
                .containsExactly(
                        "respondent",
                        "rehearsed",
                        "greeting",
                        "q_all",
                        "age",
                        "felt.joy",
                        "felt.fear",
                        "felt.none",
                        item + "sss",
                        item + "s_2",
                        "word",
                        "word.status");
    }

    @Test
    void anOptionIsANumberWithItsLabelAndCode() {
        assertThat(declared("greeting").labels())
                .containsEntry(1.0, "I wave [wave]")
                .containsEntry(2.0, "Nod")
                .hasEntrySatisfying(
                        3.0,
                        label ->
                                assertThat(label)
                                        .startsWith("Überhaupt nicht, Überhaupt")
                                        .endsWith(" [nothing]"))
                .containsEntry(-999.0, "(skipped)")
                .containsEntry(-998.0, "(not shown)")
                .containsEntry(-997.0, "(not reached)")
                .containsEntry(-996.0, "(unreadable)");
        assertThat(HOSTILE.cases.getFirst()).containsEntry("greeting", 1.0);
        assertThat(declared("greeting").measure()).isEqualTo(1);
    }

    @Test
    void codesThatAreNumbersStayTheNumbers() {
        assertThat(declared("q_all").labels()).containsEntry(1.0, "one").containsEntry(5.0, "five");
        assertThat(HOSTILE.cases.getFirst()).containsEntry("q_all", 5.0);
    }

    @Test
    void aLabelIsCutBetweenCharacters() {
        assertThat(declared("q_all").label().getBytes(StandardCharsets.UTF_8).length)
                .isBetween(252, 255);
        assertThat(declared("q_all").label()).startsWith("Wie viele Stücke für 5 €?");
    }

    @Test
    void aNumberHasItsDecimalsAndUnit() {
        Declared age = declared("age");
        assertThat(age.decimals()).isEqualTo(2);
        assertThat(age.label()).isEqualTo("How old are you? (years)");
        assertThat(age.measure()).isEqualTo(3);
        assertThat(HOSTILE.cases.getFirst()).containsEntry("age", -3.25);
    }

    @Test
    void aRatingSaysWhatItsEndsMean() {
        Declared shy = declared("t".repeat(60) + ".sss");
        assertThat(shy.labels()).containsEntry(1.0, "not").containsEntry(9.0, "very");
        assertThat(shy.measure()).isEqualTo(2);
    }

    @Test
    void statusesAreMissingNumbersBelowAllThatCouldBeAnswered() {
        int rows = HOSTILE.cases.size();
        for (String name : List.of("greeting", "age", "felt.joy", "word.status")) {
            assertThat(declared(name).missing()).containsExactly(-999.0, -995.0);
            assertThat(HOSTILE.cases.subList(rows - 4, rows))
                    .extracting(each -> each.get(name))
                    .containsExactly(-999.0, -998.0, -997.0, -996.0);
        }
        assertThat(HOSTILE.cases.getLast()).containsEntry("word", "");
    }

    @Test
    void severalOptionsAreASetOfColumns() {
        assertThat(declared("felt.joy").labels())
                .containsEntry(1.0, "Joy")
                .containsEntry(0.0, "not named: Joy");
        assertThat(declared("felt.joy").label()).isEqualTo("Joy: What did you feel?");
        assertThat(HOSTILE.extension(19))
                .isEqualTo("$felt=E 1 1 1 18 What did you feel? v6 v7 v8\n");
        assertThat(HOSTILE.cases.getFirst())
                .containsEntry("felt.joy", 1.0)
                .containsEntry("felt.none", 0.0);
    }

    @Test
    void rehearsedRespondentsBearTheirMark() {
        assertThat(HOSTILE.cases)
                .allSatisfy(each -> assertThat(each).containsEntry("rehearsed", "as-published:1"));
        assertThat(HOSTILE.notes)
                .contains("These respondents are rehearsed (as-published:1): nobody answered.");
    }

    @Test
    void whoDoesNotCountIsCountedInTheNotes() {
        var study = Specimen.study();
        Frame frame =
                Specimen.read(
                        "respondent,excluded,greeting\na,,wave\n,not eligible,\n,not eligible,\n",
                        study,
                        new Problems());

        var read = new SavReader(SavSpecimen.written(Dataset.of(study, frame)));

        assertThat(read.count).isEqualTo(1);
        assertThat(read.notes).contains("Respondents: 1", "Not in this file: 2, not eligible");
        assertThat(read.title).isEqualTo("Specimen");
    }

    @Test
    void nobodyIsAFileWithoutCases() {
        var study = Specimen.study();
        Frame frame = Specimen.read("respondent,greeting\n", study, new Problems());

        var read = new SavReader(SavSpecimen.written(Dataset.of(study, frame)));

        assertThat(read.cases).isEmpty();
        assertThat(read.variables).hasSize(11);
    }

    @Test
    void equalAnswersGiveEqualBytesWithoutATime() {
        assertThat(SavSpecimen.written(SavSpecimen.hostile()))
                .isEqualTo(SavSpecimen.written(SavSpecimen.hostile()));
        assertThat(HOSTILE.made).isEqualTo("01 Jan 70 00:00:00");
    }

    @Test
    void aNumberThatBecameBandsIsWrittenAsBands() {
        var study = Specimen.study();
        Frame frame = Specimen.read("respondent,greeting\na,wave\nb,nod\n", study, new Problems());
        Column bands = frame.column("greeting");
        var banded =
                new Frame(frame.respondents(), Map.of("age", bands), Map.of(), new Origin.Real());

        var read = new SavReader(SavSpecimen.written(Dataset.there(study, banded)));

        assertThat(read.variables).extracting(Declared::name).containsExactly("respondent", "age");
        assertThat(read.cases).extracting(each -> each.get("age")).containsExactly(1.0, 2.0);
    }
}
