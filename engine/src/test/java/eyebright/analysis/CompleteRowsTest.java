package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.frame.Frame;
import eyebright.frame.Levels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompleteRowsTest {

    private static final Folder FOLDER =
            new Folder(
                    """
                    - page: all
                      title: All
                      questions:
                        - {id: sex, ask: Sex?, one-of: [{w: W}, {m: M}, {x: X}]}
                        - {id: age, ask: Age?, number: {from: 0, to: 99, unit: years}}
                        - {id: cried, ask: Cried?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                    """);

    @Test
    void rowsWithEverythingStayAndOthersSayWhyNot() {
        Frame frame =
                FOLDER.table(
                        """
                        respondent,sex,age,cried
                        1,w,20,yes
                        2,m,30,no
                        3,x,40,no
                        4,w,,yes
                        5,m,50,
                        6,(not reached),60,no
                        7,m,(unreadable),no
                        8,m,9,no
                        9,w,70,no
                        """);
        var base =
                new Base(
                        Optional.of(Expression.of("not (age < 18)")),
                        List.of("sex", "age", "cried"));
        Amounts age = Expression.of("age / 10").amounts(frame);
        Truths cried = Expression.of("cried == \"yes\"").truths(frame);
        Levels sex = frame.levels("sex").only(List.of("m", "w"));
        CompleteRows complete =
                CompleteRows.of(base, frame, List.of(age), List.of(cried), List.of(sex));

        assertThat(complete.rows()).containsExactly(0, 1, 8);
        assertThat(age.values(complete.rows())).containsExactly(2, 3, 7);
        assertThat(cried.holds(complete.rows())).containsExactly(true, false, false);
        assertThat(sex.places(complete.rows())).containsExactly(1, 0, 1);
        assertThat(complete.missing())
                .isEqualTo(
                        Map.of(
                                Missing.ANOTHER_ANSWER,
                                1,
                                Missing.SKIPPED,
                                1,
                                Missing.NOT_REACHED,
                                1,
                                Missing.BASE_UNKNOWN,
                                2));
    }
}
