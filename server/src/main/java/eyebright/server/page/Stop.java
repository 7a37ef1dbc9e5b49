package eyebright.server.page;

/// A request ends here with a page that says why. Thrown by pages; caught in one place, `Faults`, which has [Stops] write it.
public abstract sealed class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stop(String message) {
        super(message, null, false, false);
    }

    /// There is no such page.
    public static final class NothingHere extends Stop {
        private static final long serialVersionUID = 1L;

        public NothingHere() {
            super("nothing here");
        }
    }

    /// The form came from another site, or without its token where nothing typed is lost by that.
    public static final class NotOurForm extends Stop {
        private static final long serialVersionUID = 1L;

        public NotOurForm() {
            super("not our form");
        }
    }

    /// The address has begun, named codes that nobody has, or reported comments too often within the hour.
    public static final class TooOften extends Stop {
        private static final long serialVersionUID = 1L;

        TooOften() {
            super("too often");
        }
    }

    /// So many pages are asked for that this one would have waited too long.
    public static final class Busy extends Stop {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("busy");
        }
    }

    /// The respondent began with a version of the study that cannot be read any more.
    public static final class VersionGone extends Stop {
        private static final long serialVersionUID = 1L;

        private final String study;

        public VersionGone(String study) {
            super("version gone");
            this.study = study;
        }

        /// The name of the study.
        public String study() {
            return study;
        }
    }
}
