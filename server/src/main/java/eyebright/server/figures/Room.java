package eyebright.server.figures;

import eyebright.study.Study;
import java.util.Locale;

/// How much memory the snapshots of a study take, beside the memory that a process may take at all.
///
/// @param most bytes of the heap at its largest
record Room(long most) {

    private static final int MEGABYTE = 1 << 20;
    private static final int STEP = 128;

    /// What a cell takes: a byte for its status, and its value.
    private static final int BYTES_OF_A_CELL = 7;

    /// The random id, and who counted before.
    private static final int BYTES_OF_AN_ID = 100;

    /// How many times as much as one table: that which pages rest on and that which is being made are in memory together,
    /// what grows has room to spare, and findings are worked out of rows beside them. An estimate on the safe side.
    private static final double AT_ONCE = 4;

    /// What a server takes that has no snapshot.
    private static final long BEFORE_ANY = 60L * MEGABYTE;

    /// Of the process that this runs in.
    static Room ofThisProcess() {
        return new Room(Runtime.getRuntime().maxMemory());
    }

    /// Whether there is room for a snapshot.
    ///
    /// @param respondents how many have begun
    boolean isFor(Study study, int respondents) {
        return needed(study, respondents) <= most;
    }

    private static long needed(Study study, int respondents) {
        long row = BYTES_OF_AN_ID + (long) BYTES_OF_A_CELL * study.variables().size();
        return BEFORE_ANY + (long) (AT_ONCE * row * respondents);
    }

    /// What to tell who runs the site where there is none: twice what is needed lasts for a while.
    String lacking(Study study, int respondents) {
        long enough = Math.max(most, 2 * needed(study, respondents));
        return String.format(
                Locale.ROOT,
                "there is no new snapshot of %s: its %,d respondents need more memory than the %,d MB that this server"
                        + " may take. All answers are kept, and public pages stay as they are. To go on, start it with"
                        + " EYEBRIGHT_JAVA_OPTS=-Xmx%dm in its environment",
                study.name(),
                respondents,
                most / MEGABYTE,
                (enough / MEGABYTE / STEP + 1) * STEP);
    }
}
