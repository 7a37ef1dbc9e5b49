package eyebright.store;

import eyebright.database.Database;
import eyebright.store.Replay.Replayed;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Finds respondents, in memory where they are held and may be told from there, otherwise in the log. For any thread.
final class Lookup {

    private final Database database;
    private final Recent recent;
    private final boolean isAlone;
    private final AtomicLong lastRemoval = new AtomicLong();

    /// @param isAlone whether no other process writes to this database
    Lookup(Database database, Recent recent, boolean isAlone) {
        this.database = database;
        this.recent = recent;
        this.isAlone = isAlone;
    }

    Optional<Respondent> byCode(String study, byte[] signed) {
        return log(" WHERE r.study = ? AND r.code = ?", study, signed).map(Replayed::respondent);
    }

    Optional<Respondent> byId(RespondentId id) {
        return recent.held(id)
                .filter(held -> isAlone || isStill(id, held))
                .map(Replayed::respondent)
                .or(() -> recent.read(id, () -> log(" WHERE r.id = ?", id.hex())));
    }

    private Optional<Replayed> log(String where, Object... values) {
        return database.ask(Replay.ROWS + where + Replay.IN_ORDER, Replay::one, values);
    }

    /// Whether nobody has written about them since, in whatever process: a short question with a short answer beside all that
    /// somebody has said.
    private boolean isStill(RespondentId id, Replayed held) {
        return last(id).equals(OptionalLong.of(held.sequence()));
    }

    /// The last sequence of a respondent, 0 where they have none; empty where there is no such respondent. The sum keeps
    /// PostgreSQL from looking for it from the end of the log on, past the rows of all others.
    private OptionalLong last(RespondentId respondent) {
        return database.ask(
                """
                SELECT coalesce((SELECT max(sequence + 0) FROM log WHERE respondent = r.id), 0)
                FROM respondent r WHERE r.id = ?""",
                rows -> rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty(),
                respondent.hex());
    }

    /// Forgets everybody if somebody has withdrawn in another process. Of who withdraws nothing may stay in memory; in this process
    /// that is seen to at once, and elsewhere nobody tells.
    void forgetWhoIsGone() {
        if (isAlone) {
            return;
        }
        long last =
                database.ask(
                        "SELECT coalesce(max(sequence), 0) FROM removal",
                        rows -> rows.next() ? rows.getLong(1) : 0);
        if (lastRemoval.getAndSet(last) != last) {
            recent.forgetAll();
        }
    }
}
