package eyebright.store;

import eyebright.store.Replay.Replayed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The respondents who were looked for last, as the log has them: who sends page after page is not read from the log anew
/// for each. For any thread.
///
/// What is held is what a read of the log would give, as far as this process has written. It goes on with a save only where that
/// save is known to follow what is held; where anything may have come between, it is forgotten, and read when it is looked for
/// next. Where others write as well, whoever is held must be compared with the log: while it ends with the row that is held and they
/// have not gone, what is held is what the log has, since rows are added to it and never changed.
final class Recent {

    private final Map<RespondentId, Held> held;

    /// @param most how many are held; each takes some ten kilobytes. With 0 every look is a read of the log
    Recent(int most) {
        held =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<RespondentId, Held> eldest) {
                        return size() > most;
                    }
                };
    }

    /// @param replayed none while somebody reads it
    private record Held(@Nullable Replayed replayed) {}

    /// The respondent as they are held; empty where they are not.
    Optional<Replayed> held(RespondentId id) {
        synchronized (held) {
            return Optional.ofNullable(held.get(id)).map(Held::replayed);
        }
    }

    /// The respondent as the log has them, whom it then holds.
    Optional<Respondent> read(RespondentId id, Supplier<Optional<Replayed>> log) {
        var reading = new Held(null);
        synchronized (held) {
            // Of two who read at once the one who began last holds what they find.
            held.put(id, reading);
        }
        Optional<Replayed> read = Optional.empty();
        try {
            read = log.get();
        } finally {
            end(id, reading, read.orElse(null));
        }
        return read.map(Replayed::respondent);
    }

    /// Holds what was read, unless it was forgotten while it was read: then something was written that the reader may not
    /// have seen.
    private void end(RespondentId id, Held reading, @Nullable Replayed read) {
        replace(id, reading, read == null ? null : new Held(read));
    }

    /// Holds something else, or nothing, in place of what was looked at, if that is still what is held.
    ///
    /// @return whether it was
    @SuppressWarnings("ReferenceEquality") // the very same, not one like it
    private boolean replace(RespondentId id, Held before, @Nullable Held after) {
        synchronized (held) {
            if (held.get(id) != before) {
                return false;
            }
            if (after == null) {
                held.remove(id);
            } else {
                held.put(id, after);
            }
            return true;
        }
    }

    /// A save was committed.
    void saved(Entry entry, Appended appended) {
        if (!appended.saved().wasNew()) {
            return;
        }
        RespondentId id = entry.respondent();
        Held before;
        synchronized (held) {
            before = held.get(id);
        }
        if (before == null) {
            return;
        }
        Replayed replayed = before.replayed;
        if (replayed == null || replayed.sequence() != appended.before()) {
            forget(id);
            return;
        }
        // Worked out while nobody waits for it: all whom one commit saved come here at once.
        var after = new Held(Replay.after(replayed, entry, appended));
        if (!replace(id, before, after)) {
            forget(id);
        }
    }

    /// Something else was written about that respondent, or may have been.
    void forget(RespondentId id) {
        synchronized (held) {
            held.remove(id);
        }
    }

    /// Something else was written about anybody.
    void forgetAll() {
        synchronized (held) {
            held.clear();
        }
    }
}
