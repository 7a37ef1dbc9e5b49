package eyebright.store;

import eyebright.study.Answer;
import eyebright.study.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns rows of the log, in the order of respondent and sequence, into respondents.
final class Replay {

    /// Respondents with their rows; to be given a `WHERE` and [#IN_ORDER].
    static final String ROWS =
            """
            SELECT r.id, r.study, r.questionnaire_hash, r.plan_hash,
                   l.kind, l.page, l.asked, l.answers, l.order_shown, l.seconds, l.day, l.plan_hash, l.sequence
            FROM respondent r LEFT JOIN log l ON l.respondent = r.id
            """;

    /// Follows [#ROWS]: everybody of a study. SQLite would take the index that begins with the study, and then sort all that was
    /// answered, in memory; with a study that is no mere column it goes by the key, which is the order that is wanted.
    static final String OF_STUDY = " WHERE r.study || '' = ?";

    /// Follows [#ROWS]: only the rows up to a sequence.
    static final String UP_TO = " AND l.sequence <= ?";

    static final String IN_ORDER = " ORDER BY r.id, l.sequence";

    private final Consumer<Replayed> consumer;

    /// What pages asked, by its text: the same for everybody who saved them.
    private final Map<String, List<String>> asked = new HashMap<>();

    private @Nullable Person person;

    /// A respondent as the log stood.
    ///
    /// @param sequence of their last row; 0 where they have none
    record Replayed(Respondent respondent, long sequence) {}

    private Replay(Consumer<Replayed> consumer) {
        this.consumer = consumer;
    }

    /// Gives each respondent of the rows to the consumer, and holds one of them at a time.
    static void of(ResultSet rows, Consumer<Respondent> consumer) throws SQLException {
        replay(rows, each -> consumer.accept(each.respondent()));
    }

    /// The respondent of rows that are all of one.
    static Optional<Replayed> one(ResultSet rows) throws SQLException {
        var found = new ArrayList<Replayed>(1);
        replay(rows, found::add);
        return found.stream().findFirst();
    }

    private static void replay(ResultSet rows, Consumer<Replayed> consumer) throws SQLException {
        var replay = new Replay(consumer);
        while (rows.next()) {
            replay.row(rows);
        }
        replay.end();
    }

    /// The respondent after that entry became their next row.
    static Replayed after(Replayed before, Entry entry, Appended appended) {
        var person = new Person(before);
        person.sequence = appended.saved().sequence();
        switch (entry.kind()) {
            case SENT -> person.sent = true;
            case PAGE ->
                    person.saved(
                            AnswersText.names(entry.asked()),
                            entry.answers(),
                            entry.page(),
                            new Visit(
                                    entry.orderShown(),
                                    entry.seconds(),
                                    appended.day(),
                                    entry.planHash()));
        }
        return person.whole();
    }

    private void row(ResultSet row) throws SQLException {
        String id = row.getString(1);
        Person current = person;
        if (current == null || !current.id.hex().equals(id)) {
            end();
            current =
                    new Person(
                            new RespondentId(id),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4));
            person = current;
        }
        String kind = row.getString(5);
        if (kind == null) {
            return;
        }
        current.sequence = row.getLong(13);
        if (kind.equals(Entry.Kind.SENT.word())) {
            current.sent = true;
            return;
        }
        current.saved(
                asked.computeIfAbsent(row.getString(7), AnswersText::names),
                row.getString(8),
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
        private final RespondentId id;
        private final String study;
        private final String questionnaireHash;
        private final String planHash;
        private final Map<String, Answer> given;
        private final Map<String, Visit> visits;
        private boolean sent;
        private long sequence;

        Person(RespondentId id, String study, String questionnaireHash, String planHash) {
            this.id = id;
            this.study = study;
            this.questionnaireHash = questionnaireHash;
            this.planHash = planHash;
            given = new HashMap<>();
            visits = new HashMap<>();
        }

        Person(Replayed before) {
            Respondent respondent = before.respondent();
            id = respondent.id();
            study = respondent.study();
            questionnaireHash = respondent.questionnaireHash();
            planHash = respondent.planHash();
            given = new HashMap<>(respondent.answers().given());
            visits = new HashMap<>(respondent.visits());
            sent = respondent.answers().sent();
        }

        /// @param answers as JSON
        void saved(List<String> asked, String answers, String page, Visit visit) {
            asked.forEach(given::remove);
            given.putAll(AnswersText.answers(answers));
            visits.put(page, visit);
        }

        Replayed whole() {
            return new Replayed(
                    new Respondent(
                            id,
                            study,
                            questionnaireHash,
                            planHash,
                            new Answers(given, visits.keySet(), sent),
                            visits),
                    sequence);
        }
    }
}
