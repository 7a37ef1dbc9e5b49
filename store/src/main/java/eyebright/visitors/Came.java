package eyebright.visitors;

/// How many came.
///
/// @param site to any page of a study
/// @param survey to the page that asks for consent
public record Came(int site, int survey) {

    /// Nobody.
    public static final Came NONE = new Came(0, 0);

    public Came {
        if (site < 0 || survey < 0) {
            throw new IllegalArgumentException(
                    "site and survey must be 0 or more, not %d and %d".formatted(site, survey));
        }
    }

    /// These and others.
    public Came and(Came others) {
        return new Came(site + others.site, survey + others.survey);
    }
}
