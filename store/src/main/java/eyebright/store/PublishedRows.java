package eyebright.store;

import eyebright.database.Link;
import eyebright.disclosure.Ledger;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How the rows of respondents were published, kept so that later versions tell them as they stood.
///
/// When one of them withdraws, so many go from all that is public that as many share the combination of the rows that went
/// as share one in a table: otherwise the row that only the older version has would be theirs for whoever knows that they
/// withdrew. Those others are drawn by lot, from rows that tell the same. Their answers stay where they are.
final class PublishedRows {

    /// Follows a condition on `respondent r`: without those who are no longer public.
    static final String SHOWN =
            """

            AND NOT EXISTS (
                SELECT 1 FROM published_row p WHERE p.respondent = r.id AND p.out = 1)""";

    private static final String OF_COMBINATION =
            """
            SELECT p.respondent FROM published_row p JOIN respondent r ON r.id = p.respondent
            WHERE r.study = ? AND p.batch = ? AND p.combination = ? AND p.out = 0
            ORDER BY p.respondent""";

    private PublishedRows() {}

    /// Rows that tell the same combination, of one batch.
    private record Group(long batch, int combination) {}

    static Ledger ledger(Link link, String study) throws SQLException {
        Optional<String> rules =
                link.query(
                        "SELECT rules FROM published_rules WHERE study = ?",
                        rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty(),
                        study);
        if (rules.isEmpty()) {
            return Ledger.NONE;
        }
        return link.query(
                """
                SELECT p.respondent, p.batch, p.withheld, p.combination
                FROM published_row p JOIN respondent r ON r.id = p.respondent
                WHERE r.study = ? AND p.out = 0""",
                rows -> {
                    var ledger = new TreeMap<String, Ledger.Row>();
                    while (rows.next()) {
                        ledger.put(
                                rows.getString(1),
                                new Ledger.Row(rows.getLong(2), rows.getInt(3), rows.getInt(4)));
                    }
                    return new Ledger(rules.get(), ledger);
                },
                study);
    }

    /// Adds the rows that are new in a ledger.
    ///
    /// @param fewest how many share each combination
    /// @param data the hash of the answers
    /// @return whether everybody is still there; nothing is written if not
    static boolean add(Link link, String study, Ledger ledger, int fewest, String data)
            throws SQLException {
        Ledger before = ledger(link, study);
        for (Map.Entry<String, Ledger.Row> each : ledger.rows().entrySet()) {
            boolean isThere =
                    before.rows().containsKey(each.getKey())
                            ? each.getValue().equals(before.rows().get(each.getKey()))
                            : link.any(
                                    "SELECT 1 FROM respondent r WHERE r.id = ? AND r.study = ?"
                                            + SHOWN,
                                    each.getKey(),
                                    study);
            if (!isThere) {
                return false;
            }
        }
        if (!ledger.rows().keySet().containsAll(before.rows().keySet())) {
            return false;
        }
        link.update(
                """
                INSERT INTO published_rules (study, rules, fewest) VALUES (?, ?, ?)
                ON CONFLICT (study) DO UPDATE SET rules = excluded.rules, fewest = excluded.fewest""",
                study,
                ledger.rules(),
                fewest);
        link.update(
                "INSERT INTO published_data (study, hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
                study,
                data);
        for (Map.Entry<String, Ledger.Row> each : ledger.rows().entrySet()) {
            if (!before.rows().containsKey(each.getKey())) {
                link.update(
                        """
                        INSERT INTO published_row (respondent, batch, withheld, combination)
                        VALUES (?, ?, ?, ?)""",
                        each.getKey(),
                        each.getValue().batch(),
                        each.getValue().withheld(),
                        each.getValue().combination());
            }
        }
        return true;
    }

    /// Takes the row of somebody who withdraws, and others with it.
    static void withdraw(Link link, SecureRandom random, String id, String study)
            throws SQLException {
        Optional<Ledger.Row> row =
                link.query(
                        """
                        SELECT batch, withheld, combination FROM published_row
                        WHERE respondent = ? AND out = 0""",
                        rows ->
                                rows.next()
                                        ? Optional.of(
                                                new Ledger.Row(
                                                        rows.getLong(1),
                                                        rows.getInt(2),
                                                        rows.getInt(3)))
                                        : Optional.empty(),
                        id);
        link.update("DELETE FROM published_row WHERE respondent = ?", id);
        if (row.isPresent()) {
            takeOthers(
                    link, random, study, new Group(row.get().batch(), row.get().combination()), 1);
        }
    }

    /// Takes the rows of all who began with one of these versions, and others with them where those are few.
    static void withdraw(
            Link link, SecureRandom random, String study, Collection<String> questionnaireHashes)
            throws SQLException {
        // All are counted before others are drawn, who must not be of those who go anyway.
        var gone = new HashMap<Group, Integer>();
        for (String hash : questionnaireHashes) {
            link.query(
                    """
                    SELECT p.batch, p.combination, count(*)
                    FROM published_row p JOIN respondent r ON r.id = p.respondent
                    WHERE r.study = ? AND r.questionnaire_hash = ? AND p.out = 0
                    GROUP BY p.batch, p.combination""",
                    rows -> {
                        while (rows.next()) {
                            gone.merge(
                                    new Group(rows.getLong(1), rows.getInt(2)),
                                    rows.getInt(3),
                                    Integer::sum);
                        }
                        return gone;
                    },
                    study,
                    hash);
            link.update(
                    """
                    DELETE FROM published_row WHERE respondent IN (
                        SELECT id FROM respondent WHERE study = ? AND questionnaire_hash = ?)""",
                    study,
                    hash);
        }
        for (Map.Entry<Group, Integer> each : gone.entrySet()) {
            takeOthers(link, random, study, each.getKey(), each.getValue());
        }
    }

    /// As many go as must share a combination, and as many stay, or none.
    ///
    /// @param gone how many have gone
    private static void takeOthers(
            Link link, SecureRandom random, String study, Group group, int gone)
            throws SQLException {
        int fewest = (int) link.number("SELECT fewest FROM published_rules WHERE study = ?", study);
        List<String> others =
                link.query(
                        OF_COMBINATION,
                        PublishedRows::ids,
                        study,
                        group.batch(),
                        group.combination());
        Collections.shuffle(others, random);
        int wanted = Math.max(0, fewest - gone);
        int going = others.size() < wanted + fewest ? others.size() : wanted;
        for (String other : others.subList(0, going)) {
            link.update("UPDATE published_row SET out = 1 WHERE respondent = ?", other);
        }
    }

    private static List<String> ids(ResultSet rows) throws SQLException {
        var ids = new ArrayList<String>();
        while (rows.next()) {
            ids.add(rows.getString(1));
        }
        return ids;
    }
}
