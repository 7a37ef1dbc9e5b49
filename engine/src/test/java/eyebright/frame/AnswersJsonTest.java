package eyebright.frame;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problems;
import eyebright.study.Study;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswersJsonTest {

    private static final Study STUDY = Specimen.study();

    private static String written(String table) {
        var problems = new Problems();
        Frame frame = Specimen.read(table, STUDY, problems);
        assertThat(problems.hasErrors()).as(Specimen.said(problems)).isFalse();
        return written(frame);
    }

    private static String written(Frame frame) {
        var out = new StringWriter();
        try {
            AnswersJson.write(Dataset.of(STUDY, frame), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Test
    void isOneObjectWithACodebookAndARespondentALine() {
        assertThat(
                        written(
                                """
                                respondent,excluded,greeting,age,felt.joy,felt.fear,felt.none,traits.shy,traits.bold,hellos,word
                                a1,,wave,-3.5,1,1,0,(skipped),9,500,"say \""hi\""\"
                                a2,,nod,(unreadable),(not shown),(not shown),(not shown),(not shown),(not shown),(not reached),(skipped)
                                ,not eligible,,,,,,,,,
                                """))
                .isEqualTo(
                        """
                        {"study":"specimen","title":"Specimen","data":{"kind":"real","mark":null,"respondents":2,"excluded":{"not eligible":1}},"statuses":{"(skipped)":"the page was saved without an answer to this","(not shown)":"the final answers do not lead to its page","(not reached)":"the respondent stopped before its page","(unreadable)":"something stood here that the question cannot hold","(withheld)":"published without it, so that it gives nobody away"},"variables":[
                        {"name":"greeting","label":"How do you greet?","kind":"one of","options":[{"code":"wave","label":"I wave"},{"code":"nod","label":"I nod"},{"code":"nothing","label":"Not at all"}]}
                        ,{"name":"age","label":"How old are you?","kind":"number","from":-10,"to":100,"decimals":2,"unit":"years"}
                        ,{"name":"felt","label":"What did you feel?","kind":"several of","options":[{"code":"joy","label":"Joy"},{"code":"fear","label":"Fear"},{"code":"none","label":"None"}]}
                        ,{"name":"traits.shy","label":"Shy","kind":"number","from":1,"to":9,"decimals":0,"unit":"points"}
                        ,{"name":"traits.bold","label":"Bold","kind":"number","from":1,"to":9,"decimals":0,"unit":"points"}
                        ,{"name":"hellos","label":"How many?","kind":"number","from":0,"to":500,"decimals":0,"unit":"people"}
                        ,{"name":"word","label":"What do you say?","kind":"words","up_to":60}],"respondents":[
                        {"id":"a1","answers":{"greeting":"wave","age":-3.5,"felt":["joy","fear"],"traits.bold":9,"hellos":500,"word":"say \\"hi\\""},"none":{"traits.shy":"(skipped)"}}
                        ,{"id":"a2","answers":{"greeting":"nod"},"none":{"age":"(unreadable)","felt":"(not shown)","traits.shy":"(not shown)","traits.bold":"(not shown)","hellos":"(not reached)","word":"(skipped)"}}]}
                        """);
    }

    @Test
    void everyTextComesBackAsItWas() {
        List<String> texts = HostileTexts.all();
        byte[] statuses = new byte[texts.size()];
        var frame =
                new Frame(
                        texts,
                        Specimen.read(
                                        "respondent,greeting\n" + "x,wave\n".repeat(texts.size()),
                                        STUDY,
                                        new Problems())
                                .with(
                                        Map.of(
                                                "word",
                                                new Column.Words(
                                                        statuses, texts.toArray(String[]::new))))
                                .columns(),
                        Map.of(),
                        new Origin.Rehearsed("half:1"));

        JsonNode read = JsonMapper.builder().build().readTree(written(frame));

        var words = new ArrayList<String>();
        var ids = new ArrayList<String>();
        read.get("respondents")
                .valueStream()
                .forEach(
                        each -> {
                            ids.add(each.get("id").asString());
                            words.add(each.get("answers").get("word").asString());
                        });
        assertThat(words).isEqualTo(texts);
        assertThat(ids).isEqualTo(texts);
        assertThat(read.get("data").get("mark").asString()).isEqualTo("half:1");
    }

    @Test
    void nobodyIsAnEmptyList() {
        JsonNode read = JsonMapper.builder().build().readTree(written("respondent,greeting\n"));

        assertThat(read.get("respondents").isEmpty()).isTrue();
        assertThat(read.get("variables").size()).isEqualTo(7);
    }
}
