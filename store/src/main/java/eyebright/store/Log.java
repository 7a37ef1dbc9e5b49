package eyebright.store;

import eyebright.database.Link;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/// What is written to the log and beside it. Runs on the thread that writes.
///
/// @param random draws ids and codes
record Log(SecureRandom random) {

    /// Rows of the log after a sequence, of a study. A CROSS JOIN is SQLite's word for this order: what is new is little beside
    /// who there is.
    static final String SINCE =
            """
            FROM log l CROSS JOIN respondent r
            WHERE l.sequence > ? AND r.id = l.respondent AND r.study = ?""";

    /// Gives out so many sequences more.
    static final String ADVANCE = "UPDATE counter SET value = value + ? WHERE name = 'sequence'";

    static void addVersion(Link link, Version version) throws SQLException {
        link.update(
                """
                INSERT INTO version (study, questionnaire_hash, plan_hash, sources)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                version.study(),
                version.questionnaireHash(),
                version.planHash(),
                AnswersText.ofSources(version.sources()));
    }

    Started start(Link link, Keys keys, String study, String questionnaireHash, String planHash)
            throws SQLException {
        while (true) {
            var started = new Started(RespondentId.draw(random), Code.draw(random));
            boolean isAdded =
                    link.update(
                                    """
                                    INSERT INTO respondent (id, study, questionnaire_hash, plan_hash, code)
                                    SELECT ?, study, questionnaire_hash, plan_hash, ? FROM version
                                    WHERE study = ? AND questionnaire_hash = ? AND plan_hash = ?
                                    ON CONFLICT DO NOTHING""",
                                    started.id().hex(),
                                    keys.sign(started.code()),
                                    study,
                                    questionnaireHash,
                                    planHash)
                            == 1;
            if (isAdded) {
                return started;
            }
            // A code that somebody has already is drawn again.
            requireVersion(link, study, questionnaireHash, planHash);
        }
    }

    private static void requireVersion(
            Link link, String study, String questionnaireHash, String planHash)
            throws SQLException {
        if (!link.any(
                """
                SELECT 1 FROM version
                WHERE study = ? AND questionnaire_hash = ? AND plan_hash = ?""",
                study,
                questionnaireHash,
                planHash)) {
            throw new IllegalArgumentException(
                    "version of study %s must have been added, questionnaire %s with plan %s was not"
                            .formatted(study, questionnaireHash, planHash));
        }
    }

    /// Why somebody is not there.
    static SaveRefusedException gone(Link link, String id) throws SQLException {
        return link.any("SELECT 1 FROM tombstone WHERE respondent = ?", id)
                ? new WithdrawnException()
                : new UnknownRespondentException();
    }

    static void withdraw(Link link, RespondentId respondent, SecureRandom random)
            throws SQLException {
        String id = respondent.hex();
        Optional<String> study =
                link.query(
                        "SELECT study FROM respondent WHERE id = ?",
                        rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty(),
                        id);
        if (study.isEmpty()) {
            if (gone(link, id) instanceof UnknownRespondentException unknown) {
                throw unknown;
            }
            return;
        }
        PublishedRows.withdraw(link, random, id, study.get());
        if (link.update("DELETE FROM log WHERE respondent = ?", id) > 0) {
            link.update(ADVANCE, 1);
            link.update(
                    "INSERT INTO removal (sequence, study) VALUES (?, ?)",
                    sequence(link),
                    study.get());
        }
        link.update("DELETE FROM respondent WHERE id = ?", id);
        link.update("INSERT INTO tombstone (respondent) VALUES (?)", id);
    }

    /// Withdraws whoever has that id, if anybody has, and leaves the tombstone also where nobody has.
    ///
    /// @return whether there was somebody
    static boolean bury(Link link, RespondentId respondent, SecureRandom random)
            throws SQLException {
        boolean there = link.any("SELECT 1 FROM respondent WHERE id = ?", respondent.hex());
        if (there) {
            withdraw(link, respondent, random);
        } else {
            link.update(
                    "INSERT INTO tombstone (respondent) VALUES (?) ON CONFLICT DO NOTHING",
                    respondent.hex());
        }
        return there;
    }

    /// Withdraws all who began with one of these versions.
    ///
    /// @return how many there were
    static int deleteAnswers(
            Link link, String study, Collection<String> questionnaireHashes, SecureRandom random)
            throws SQLException {
        PublishedRows.withdraw(link, random, study, questionnaireHashes);
        int respondents = 0;
        for (String hash : questionnaireHashes) {
            String those = "(SELECT id FROM respondent WHERE study = ? AND questionnaire_hash = ?)";
            addRemovals(link, study, hash);
            link.update(
                    "INSERT INTO tombstone (respondent) SELECT id FROM respondent"
                            + " WHERE study = ? AND questionnaire_hash = ?",
                    study,
                    hash);
            link.update("DELETE FROM log WHERE respondent IN " + those, study, hash);
            respondents +=
                    link.update(
                            "DELETE FROM respondent WHERE study = ? AND questionnaire_hash = ?",
                            study,
                            hash);
        }
        link.update(
                "DELETE FROM snapshot WHERE study = ? AND number <"
                        + " (SELECT max(number) FROM snapshot WHERE study = ?)",
                study,
                study);
        return respondents;
    }

    /// A removal for each who had answered something, at a place of its own in the log.
    private static void addRemovals(Link link, String study, String hash) throws SQLException {
        int removals =
                link.update(
                        """
                        INSERT INTO removal (sequence, study)
                        SELECT c.value + row_number() OVER (ORDER BY r.id), r.study
                        FROM respondent r CROSS JOIN counter c
                        WHERE c.name = 'sequence' AND r.study = ? AND r.questionnaire_hash = ?
                            AND EXISTS (SELECT 1 FROM log l WHERE l.respondent = r.id)""",
                        study,
                        hash);
        link.update(ADVANCE, removals);
    }

    /// The highest sequence given out.
    static long sequence(Link link) throws SQLException {
        return link.number("SELECT value FROM counter WHERE name = 'sequence'");
    }

    static Optional<Snapshot> latestSnapshot(Link link, String study) throws SQLException {
        return link.query(
                """
                SELECT number, last_sequence, respondents, plan_hash, questionnaire_hash, findings
                FROM snapshot WHERE study = ? ORDER BY number DESC LIMIT 1""",
                rows ->
                        rows.next()
                                ? Optional.of(
                                        new Snapshot(
                                                study,
                                                rows.getInt(1),
                                                rows.getLong(2),
                                                rows.getInt(3),
                                                rows.getString(4),
                                                rows.getString(5),
                                                rows.getString(6)))
                                : Optional.empty(),
                study);
    }

    /// Keeps a snapshot.
    ///
    /// @return whether the earlier ones were deleted, since somebody who was in them has withdrawn
    static boolean addSnapshot(Link link, Snapshot snapshot) throws SQLException {
        Latest latest = latest(link, snapshot.study());
        int next = latest.number() + 1;
        if (snapshot.number() != next) {
            throw new SnapshotTakenException(snapshot, next);
        }
        link.update(
                """
                INSERT INTO snapshot (study, number, last_sequence, respondents, plan_hash,
                    questionnaire_hash, findings)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                snapshot.study(),
                snapshot.number(),
                snapshot.lastSequence(),
                snapshot.respondents(),
                snapshot.planHash(),
                snapshot.questionnaireHash(),
                snapshot.findings());
        boolean isOneOut =
                latest.number() > 0
                        && removalsSince(link, snapshot.study(), latest.lastSequence()) > 0;
        if (isOneOut) {
            // Whoever has all rows but those of one person, and figures that rest on all, has that
            // person's too.
            link.update(
                    "DELETE FROM snapshot WHERE study = ? AND number < ?",
                    snapshot.study(),
                    snapshot.number());
        }
        return isOneOut;
    }

    static LogPosition position(Link link, String study) throws SQLException {
        return new LogPosition(latest(link, study).number(), sequence(link));
    }

    /// The latest snapshot without its findings, which are long.
    ///
    /// @param number 0 if there is none
    /// @param lastSequence 0 if there is none
    private record Latest(int number, long lastSequence) {}

    private static Latest latest(Link link, String study) throws SQLException {
        return link.query(
                """
                SELECT number, last_sequence FROM snapshot
                WHERE study = ? ORDER BY number DESC LIMIT 1""",
                rows ->
                        rows.next()
                                ? new Latest(rows.getInt(1), rows.getLong(2))
                                : new Latest(0, 0),
                study);
    }

    static int rowsSince(Link link, String study, long sequence, int most) throws SQLException {
        return (int)
                link.number(
                        "SELECT count(*) FROM (SELECT 1 " + SINCE + " LIMIT ?) AS found",
                        sequence,
                        study,
                        most);
    }

    static long removalsSince(Link link, String study, long sequence) throws SQLException {
        return link.number(
                "SELECT count(*) FROM removal WHERE study = ? AND sequence > ?", study, sequence);
    }

    static SnapshotBasis basis(Link link, String study) throws SQLException {
        Latest latest = latest(link, study);
        long since = latest.lastSequence();
        return new SnapshotBasis(
                latest.number(),
                since,
                activeSince(link, study, since),
                (int) removalsSince(link, study, since));
    }

    /// How many people have a row since then, counted by the first of each: that question comes to an end at the tenth, however
    /// many there are.
    private static int activeSince(Link link, String study, long sequence) throws SQLException {
        return (int)
                link.number(
                        "SELECT count(*) FROM (SELECT 1 "
                                + SINCE
                                + """
                                 AND NOT EXISTS (
                                    SELECT 1 FROM log e
                                    WHERE e.respondent = l.respondent
                                        AND e.sequence > ? AND e.sequence < l.sequence)
                                LIMIT ?) AS found""",
                        sequence,
                        study,
                        sequence,
                        Snapshots.LEAST_JOINED);
    }

    static boolean hasSentSince(Link link, String study, long sequence) throws SQLException {
        return link.any(
                "SELECT 1 "
                        + SINCE
                        + """
                         AND l.kind = 'sent' AND NOT EXISTS (
                            SELECT 1 FROM log e
                            WHERE e.respondent = l.respondent AND e.kind = 'sent' AND e.sequence <= ?)
                        LIMIT 1""",
                sequence,
                study,
                sequence);
    }
}
