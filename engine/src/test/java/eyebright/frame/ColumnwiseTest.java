package eyebright.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import eyebright.check.StudyFolder;
import eyebright.expression.Amounts;
import eyebright.expression.Expression;
import eyebright.expression.Truths;
import eyebright.expression.Value;
import eyebright.plan.Claim;
import eyebright.study.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an expression says of all rows at once is what it says of each row.
class ColumnwiseTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomExpressionsSayTheSameOfColumnsAndOfRows(long seed) {
        var random = new Random(seed);
        var expressions = new RandomExpressions(random);
        int read = 0;
        for (int i = 0; i < 30; i++) {
            Frame frame = MadeFrames.frame(random, random.nextInt(30));
            for (int j = 0; j < 40; j++) {
                String text =
                        random.nextBoolean() ? expressions.condition(3) : expressions.number(3);
                if (Expression.read(text) instanceof Expression.Reading.Valid(Expression it)) {
                    read++;
                    saysTheSame(it, frame);
                }
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 2100})
    void blocksOfRowsMeetWithoutASeam(int size) {
        var random = new Random(size);
        var expressions = new RandomExpressions(random);
        Frame frame = MadeFrames.frame(random, size);
        for (int i = 0; i < 6; i++) {
            String text = i % 2 == 0 ? expressions.condition(3) : expressions.number(3);
            if (Expression.read(text) instanceof Expression.Reading.Valid(Expression it)) {
                saysTheSame(it, frame);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenths + cents == cents + tenths",
                "0.1 + 0.2 == 0.3",
                "tenths * tenths >= 0.09",
                "whole / 3 == whole / 3",
                "whole / 3 * 3 == whole",
                "whole / zeros > 0",
                "0 * -whole == 0",
                "-zeros",
                "whole * -0",
                "thirds - thirds",
                "thirds == 2.3333333333333335",
                "thirds > 0.33333333333333333333",
                "mean(tenths, cents; 1)",
                "mean(thirds)",
                "sum(wild, wide)",
                "wild * wild",
                "wild / wide",
                "100 * whole / sevenths",
                "count(whole > 2, choice, several.a, tenths / zeros; 2)",
                "words == choice or words == \"sea\"",
                "choice in [\"a\", 1]",
                "several and not several.a"
            })
    void decimalsTextsAndGapsAreKept(String text) {
        saysTheSame(Expression.of(text), MadeFrames.frame(new Random(5), 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tears", "hello", "big-five", "students", "volunteering"})
    void everyExpressionOfTheShippedStudiesSaysTheSame(String name) throws IOException {
        assertThat(StudyFolder.read(Path.of("../studies", name)))
                .isInstanceOfSatisfying(
                        StudyFolder.Reading.Valid.class, valid -> saysTheSame(valid.folder()));
    }

    private static void saysTheSame(StudyFolder folder) {
        var origin = new Origin.Rehearsed("test:1");
        Frame whole = Frames.of(folder.study(), folder.respondents().responses(1, 25), origin);
        Frame gaps = folder.scales().score(MadeFrames.withGaps(whole, new Random(1)));
        for (Expression expression : expressions(folder)) {
            saysTheSame(expression, gaps);
        }
    }

    /// Rows are worked out in blocks of 1,024 and kept as 64 bits a word.
    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 1023, 1024, 1025, 2050})
    void theLastRowsOfBlocksSayTheSame(int size) throws IOException {
        StudyFolder folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies", "hello")))
                        .folder();
        Frame few =
                MadeFrames.withGaps(
                        Frames.of(
                                folder.study(),
                                folder.respondents().responses(1, 40),
                                new Origin.Rehearsed("test:1")),
                        new Random(1));
        Frame many = few.rows(IntStream.range(0, size).map(row -> 7 * row % 40).toArray());
        Frame scored = folder.scales().score(many);

        for (Expression expression : expressions(folder)) {
            saysTheSame(expression, scored);
        }
        for (Column column : scored.columns().values()) {
            BitSet answered = column.answered();
            assertThat(answered.length()).isLessThanOrEqualTo(size);
            for (int row = 0; row < size; row++) {
                assertThat(answered.get(row)).isEqualTo(column.isAnswered(row));
            }
        }
    }

    private static List<Expression> expressions(StudyFolder folder) {
        var all = new ArrayList<Expression>();
        for (Claim claim : folder.plan().claims()) {
            claim.among().ifPresent(all::add);
            all.addAll(claim.analysis().expressions());
            claim.beside().forEach(each -> all.addAll(each.analysis().expressions()));
        }
        folder.scales().flags().forEach(flag -> all.add(flag.condition()));
        folder.study().eligibility().ifPresent(it -> all.add(it.condition()));
        folder.study().pages().stream()
                .map(Page::showIf)
                .flatMap(condition -> Stream.ofNullable(condition.orElse(null)))
                .forEach(all::add);
        return all;
    }

    private static void saysTheSame(Expression expression, Frame frame) {
        Truths truths = expression.truths(frame);
        Amounts amounts = expression.amounts(frame);
        assertThat(truths.size()).isEqualTo(frame.size());
        assertThat(amounts.size()).isEqualTo(frame.size());
        for (int row = 0; row < frame.size(); row++) {
            Value value = expression.value(frame.row(row));
            if (truths.truth(row) != expression.truth(frame.row(row))) {
                fail("%s in row %d: %s", expression, row, truths.truth(row));
            }
            if (amounts.isKnown(row) != value instanceof Value.Decimal) {
                fail("%s in row %d: %s", expression, row, value);
            }
            if (value instanceof Value.Decimal(BigDecimal number)
                    && Double.compare(amounts.value(row), number.doubleValue()) != 0) {
                fail("%s in row %d: %s as %s", expression, row, number, amounts.value(row));
            }
        }
    }
}
