package eyebright.store;

import eyebright.database.JointJob;
import eyebright.database.Link;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds rows to the end of the log, for all at once who save: one question to the database, one count and one message with all
/// rows, however many they are; only of who is not there it asks why. Runs on the thread that writes.
///
/// @param clock gives the day of a save
record Appending(InstantSource clock) implements JointJob<Appending.Row, Appended> {

    private static final String ADD =
            """
            INSERT INTO log (sequence, respondent, kind, save_id, content, page, asked, answers,
                questionnaire_hash, plan_hash, order_shown, seconds, day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /// A row to add.
    ///
    /// @param content hash of what was said
    record Row(Entry entry, ByteBuffer content) {

        static Row of(Entry entry) {
            return new Row(entry, ByteBuffer.wrap(entry.content()));
        }

        /// By which the same save is known.
        Same same() {
            return new Same(entry.respondent(), entry.saveId(), content);
        }
    }

    record Same(RespondentId respondent, String saveId, ByteBuffer content) {}

    @Override
    public List<Outcome<Appended>> run(Link link, List<Row> rows) throws SQLException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var end = End.of(link, rows, day);
        var outcomes = new ArrayList<Outcome<Appended>>(rows.size());
        for (Row row : rows) {
            try {
                outcomes.add(new Outcome.Done<>(end.add(link, row)));
            } catch (SaveRefusedException refused) {
                outcomes.add(new Outcome.Refused<>(refused));
            }
        }
        end.write(link);
        return outcomes;
    }

    /// What the log has of a respondent.
    ///
    /// @param last sequence; 0 where there is no row
    private record Kept(long count, long last) {

        /// Far above [Entry.Kind#most], and far below what is left for sequences: eight million million of them.
        static final int MORE_THAN_ROWS = 1 << 20;

        /// @param together as [#question] has it; 0 where there is no row
        static Kept of(long together) {
            return new Kept(together % MORE_THAN_ROWS, together / MORE_THAN_ROWS);
        }
    }

    /// The end of the log, with the rows that are to be added.
    private static final class End {
        private final LocalDate day;
        private final Map<RespondentId, Kept> kept = new HashMap<>();
        private final Map<Same, Long> sequences = new HashMap<>();
        private final List<@Nullable Object[]> added = new ArrayList<>();
        private long sequence;

        private End(LocalDate day) {
            this.day = day;
        }

        /// As the log stands.
        static End of(Link link, List<Row> rows, LocalDate day) throws SQLException {
            var end = new End(day);
            link.query(
                    question(rows.size()),
                    answer -> {
                        while (answer.next()) {
                            Row row = rows.get(answer.getInt(1));
                            if (answer.getLong(2) > 0) {
                                // What is null reads as 0.
                                end.kept.put(row.entry().respondent(), Kept.of(answer.getLong(3)));
                            }
                            long same = answer.getLong(4);
                            if (same > 0) {
                                end.sequences.put(row.same(), same);
                            }
                            end.sequence = answer.getLong(5);
                        }
                        return true;
                    },
                    values(rows));
            return end;
        }

        Appended add(Link link, Row row) throws SQLException {
            Entry entry = row.entry();
            RespondentId respondent = entry.respondent();
            Kept before = kept.get(respondent);
            if (before == null) {
                throw Log.gone(link, respondent.hex());
            }
            Long same = sequences.get(row.same());
            if (same != null) {
                return new Appended(new Saved(same, false), before.last(), day);
            }
            if (before.count() >= entry.kind().most()) {
                throw new TooManySavesException(entry.kind().most());
            }
            sequence++;
            kept.put(respondent, new Kept(before.count() + 1, sequence));
            sequences.put(row.same(), sequence);
            added.add(
                    new @Nullable Object[] {
                        sequence,
                        respondent.hex(),
                        entry.kind().word(),
                        entry.saveId(),
                        row.content().array(),
                        entry.page(),
                        entry.asked(),
                        entry.answers(),
                        entry.questionnaireHash(),
                        entry.planHash(),
                        entry.orderShown(),
                        entry.seconds(),
                        day.toEpochDay()
                    });
            return new Appended(new Saved(sequence, true), before.last(), day);
        }

        void write(Link link) throws SQLException {
            if (!added.isEmpty()) {
                link.update(Log.ADVANCE, added.size());
                link.updateEach(ADD, added);
            }
        }
    }

    /// What the log has of each who saves, and where it ends. For as many as the next power of two: few statements to prepare,
    /// whatever comes together. Of a respondent's rows one number tells two, which are then found by one search.
    private static String question(int rows) {
        return """
        WITH saved (place, respondent, save_id, content) AS (VALUES %s)
        SELECT s.place,
            (SELECT count(*) FROM respondent WHERE id = s.respondent),
            (SELECT max(sequence) * %d + count(*) FROM log WHERE respondent = s.respondent),
            (SELECT sequence FROM log
             WHERE respondent = s.respondent AND save_id = s.save_id AND content = s.content),
            (SELECT value FROM counter WHERE name = 'sequence')
        FROM saved s"""
                .formatted(
                        String.join(", ", Collections.nCopies(room(rows), "(?, ?, ?, ?)")),
                        Kept.MORE_THAN_ROWS);
    }

    private static int room(int rows) {
        return Integer.highestOneBit(2 * rows - 1);
    }

    /// The last row fills what room is left.
    private static Object[] values(List<Row> rows) {
        var values = new ArrayList<>();
        for (int i = 0; i < room(rows.size()); i++) {
            int place = Math.min(i, rows.size() - 1);
            Row row = rows.get(place);
            values.add(place);
            values.add(row.entry().respondent().hex());
            values.add(row.entry().saveId());
            values.add(row.content().array());
        }
        return values.toArray();
    }
}
