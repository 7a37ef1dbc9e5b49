package eyebright.registration;

import eyebright.freeze.Frozen;
import eyebright.plan.Plan;
import eyebright.study.Study;
import java.util.Optional;

/// A form of a registry, filled in from a study: Markdown under the names of its fields, to be copied into
/// it field by field.
public enum RegistryForm {
    /// The preregistration form of the Open Science Framework (Bowman et al., 2016).
    OSF("osf.md") {
        @Override
        void fill(Page page, Registration from) {
            page.section("Study Information");
            page.field("Title", from.title());
            page.field("Description", from.description());
            page.field(
                    "Hypotheses",
                    "Primary:\n\n%s\n\nSecondary:\n\n%s"
                            .formatted(from.hypotheses(true), from.hypotheses(false)));
            page.section("Design Plan");
            page.field(
                    "Study type",
                    "Observational study: a survey. Nobody is assigned to a treatment.");
            page.field("Blinding", "No blinding is involved.");
            page.field(
                    "Study design",
                    Registration.placeholder("what is compared with what, and why so"));
            page.field("Randomization", from.randomisation());
            page.section("Sampling Plan");
            page.field("Existing data", from.existing());
            page.field("Data collection procedures", from.procedures());
            page.field("Sample size", from.sampleSize());
            page.field("Sample size rationale", from.rationale());
            page.field("Stopping rule", from.stopping());
            page.section("Variables");
            page.field("Manipulated variables", "None.");
            page.field("Measured variables", from.measured());
            page.field("Indices", from.indices());
            page.section("Analysis Plan");
            page.field("Statistical models", from.analyses());
            page.field("Transformations", "Those of the indices above.");
            page.field("Inference criteria", from.inference());
            page.field("Data exclusion", from.exclusions());
            page.field("Missing data", from.missing());
            page.field(
                    "Exploratory analysis",
                    "Whatever is not among the claims above is called exploratory.");
            page.section("Other");
            page.field("Other", from.fingerprints());
        }
    },
    /// The questions of AsPredicted.
    AS_PREDICTED("aspredicted.md") {
        @Override
        void fill(Page page, Registration from) {
            page.field("Title", from.title());
            page.field("1) Data collection", from.existing());
            page.field("2) Hypothesis", from.hypotheses(true));
            page.field("3) Dependent variable", from.measured() + "\n\n" + from.indices());
            page.field("4) Conditions", from.randomisation());
            page.field("5) Analyses", from.analyses() + "\n\n" + from.inference());
            page.field("6) Outliers and Exclusions", from.exclusions() + "\n\n" + from.missing());
            page.field(
                    "7) Sample Size",
                    from.sampleSize() + " " + from.rationale() + " " + from.stopping());
            page.field(
                    "8) Other",
                    "Further claims:\n\n%s\n\n%s"
                            .formatted(from.hypotheses(false), from.fingerprints()));
        }
    };

    private final String file;

    RegistryForm(String file) {
        this.file = file;
    }

    abstract void fill(Page page, Registration from);

    /// The name of the file it is written to.
    public String file() {
        return file;
    }

    /// The form filled in, as Markdown; the same study gives the same bytes.
    ///
    /// @param rationale why so many respondents, such as a rehearsal says it; left to the researcher if empty
    public String of(Study study, Plan plan, Frozen frozen, Optional<String> rationale) {
        var page = new Page();
        fill(page, new Registration(study, plan, frozen, rationale.orElse("")));
        return page.text.toString();
    }

    /// The text as it grows.
    static final class Page {
        private final StringBuilder text = new StringBuilder();

        void section(String title) {
            text.append("# ").append(title).append("\n\n");
        }

        void field(String name, String answer) {
            text.append("## ").append(name).append("\n\n").append(answer).append("\n\n");
        }
    }
}
