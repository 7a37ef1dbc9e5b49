package eyebright.store;

import eyebright.database.Link;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far the respondents of a study have come, for who runs it. Who has withdrawn is among the removed only.
///
/// @param started who agreed and is still there
/// @param sent who reached the end and sent
/// @param withNothing who agreed and has saved no page yet
/// @param removed who had answered something and had it deleted; whoever withdraws before that leaves no trace of the
///   study
/// @param pages by page, in the order of their ids, those that somebody has saved
public record Progress(int started, int sent, int withNothing, int removed, List<OfPage> pages) {

    public Progress {
        pages = List.copyOf(pages);
    }

    /// How many came to one page.
    ///
    /// @param page its id
    /// @param saved who has saved it
    /// @param last who has saved it as their latest, and has not sent
    public record OfPage(String page, int saved, int last) {}

    static Progress read(Link link, String study) throws SQLException {
        long started = link.number("SELECT count(*) FROM respondent WHERE study = ?", study);
        long sent =
                link.number(
                        """
                        SELECT count(*) FROM respondent r WHERE r.study = ? AND EXISTS (
                            SELECT 1 FROM log l WHERE l.respondent = r.id AND l.kind = 'sent')""",
                        study);
        long withNothing =
                link.number(
                        """
                        SELECT count(*) FROM respondent r WHERE r.study = ? AND NOT EXISTS (
                            SELECT 1 FROM log l WHERE l.respondent = r.id)""",
                        study);
        long removed = link.number("SELECT count(*) FROM removal WHERE study = ?", study);
        Map<String, Integer> saved =
                byPage(
                        link,
                        """
                        SELECT l.page, count(DISTINCT l.respondent)
                        FROM respondent r JOIN log l ON l.respondent = r.id
                        WHERE r.study = ? AND l.kind = 'page' GROUP BY l.page ORDER BY l.page""",
                        study);
        Map<String, Integer> last =
                byPage(
                        link,
                        """
                        SELECT l.page, count(*)
                        FROM respondent r JOIN log l ON l.respondent = r.id
                        WHERE r.study = ? AND l.sequence = (
                            SELECT max(m.sequence) FROM log m WHERE m.respondent = r.id)
                        AND NOT EXISTS (
                            SELECT 1 FROM log e WHERE e.respondent = r.id AND e.kind = 'sent')
                        GROUP BY l.page""",
                        study);
        return new Progress(
                (int) started,
                (int) sent,
                (int) withNothing,
                (int) removed,
                saved.entrySet().stream()
                        .map(
                                page ->
                                        new OfPage(
                                                page.getKey(),
                                                page.getValue(),
                                                last.getOrDefault(page.getKey(), 0)))
                        .toList());
    }

    private static Map<String, Integer> byPage(Link link, String sql, String study)
            throws SQLException {
        return link.query(
                sql,
                rows -> {
                    var byPage = new LinkedHashMap<String, Integer>();
                    while (rows.next()) {
                        byPage.put(rows.getString(1), rows.getInt(2));
                    }
                    return byPage;
                },
                study);
    }
}
