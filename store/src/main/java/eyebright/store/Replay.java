package eyebright.store;

import eyebright.study.Answer;
import eyebright.study.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns rows of the log, in the order of respondent and sequence, into respondents.
final class Replay {

    /// Respondents with their rows; to be given a `WHERE` and [#IN_ORDER].
    static final String ROWS =
            """
            SELECT r.id, r.study, r.questionnaire_hash, r.plan_hash,
                   l.kind, l.page, l.asked, l.answers, l.order_shown, l.seconds, l.day, l.plan_hash
            FROM respondent r LEFT JOIN log l ON l.respondent = r.id
            """;

    /// Follows [#ROWS]: only the rows up to a sequence.
    static final String UP_TO = " AND l.sequence <= ?";

    static final String IN_ORDER = " ORDER BY r.id, l.sequence";

    private final Consumer<Respondent> consumer;

    /// What pages asked, by its text: the same for everybody who saved them.
    private final Map<String, List<String>> asked = new HashMap<>();

    private @Nullable Person person;

    private Replay(Consumer<Respondent> consumer) {
        this.consumer = consumer;
    }

    /// Gives each respondent of the rows to the consumer, and holds one of them at a time.
    static void of(ResultSet rows, Consumer<Respondent> consumer) throws SQLException {
        var replay = new Replay(consumer);
        while (rows.next()) {
            replay.row(rows);
        }
        replay.end();
    }

    private void row(ResultSet row) throws SQLException {
        String id = row.getString(1);
        Person current = person;
        if (current == null || !current.id.equals(id)) {
            end();
            current = new Person(id, row.getString(2), row.getString(3), row.getString(4));
            person = current;
        }
        String kind = row.getString(5);
        if (kind == null) {
            return;
        }
        if (kind.equals(Entry.Kind.SENT.word())) {
            current.sent = true;
            return;
        }
        asked.computeIfAbsent(row.getString(7), AnswersText::names).forEach(current.given::remove);
        current.given.putAll(AnswersText.answers(row.getString(8)));
        current.visits.put(
                row.getString(6),
                new Visit(
                        row.getString(9),
                        row.getInt(10),
                        LocalDate.ofEpochDay(row.getLong(11)),
                        row.getString(12)));
    }

    private void end() {
        if (person != null) {
            consumer.accept(person.whole());
            person = null;
        }
    }

    /// A respondent as far as their rows have been read.
    private static final class Person {
        private final String id;
        private final String study;
        private final String questionnaireHash;
        private final String planHash;
        private final Map<String, Answer> given = new HashMap<>();
        private final Map<String, Visit> visits = new HashMap<>();
        private boolean sent;

        Person(String id, String study, String questionnaireHash, String planHash) {
            this.id = id;
            this.study = study;
            this.questionnaireHash = questionnaireHash;
            this.planHash = planHash;
        }

        Respondent whole() {
            return new Respondent(
                    new RespondentId(id),
                    study,
                    questionnaireHash,
                    planHash,
                    new Answers(given, visits.keySet(), sent),
                    visits);
        }
    }
}
