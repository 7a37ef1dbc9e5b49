package eyebright.frame;

/// Where the rows of a frame come from. Rehearsed rows never mix with real ones.
public sealed interface Origin {

    /// `real` or `rehearsed`, as `data.kind` says it.
    String kind();

    /// People answered.
    record Real() implements Origin {
        @Override
        public String kind() {
            return "real";
        }
    }

    /// A population made them up.
    ///
    /// @param mark `scenario:seed`, as the column `rehearsed` of a table says it
    record Rehearsed(String mark) implements Origin {
        @Override
        public String kind() {
            return "rehearsed";
        }
    }
}
