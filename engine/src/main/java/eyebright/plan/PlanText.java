package eyebright.plan;

import eyebright.score.Careless;
import eyebright.score.Flag;
import eyebright.score.Scale;
import java.util.List;
import java.util.stream.Collectors;

/// The canonical text of a plan, which its hash is of.
///
/// Version 1, `plan 1`: a line each for the plan, who counts, every scale, flag and claim with its parts,
/// in the order written. A line is a keyword, a space and a text whose white space is one blank each, so
/// that line ends and folding in YAML do not matter. A part that is absent has no line. Whoever changes
/// how a part is written changes the number in the first line; a new part that older plans do not have leaves their
/// text as it was. Either way a test vector is added.
final class PlanText {

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(Plan plan) {
        var written = new PlanText();
        written.plan(plan);
        return written.text.toString();
    }

    private void plan(Plan plan) {
        line("plan", "1");
        line("name", plan.name());
        line("respondents", Integer.toString(plan.respondents()));
        line("level", Double.toString(plan.level()));
        if (plan.alpha() != Plan.DEFAULT_ALPHA) {
            line("alpha", Double.toString(plan.alpha()));
        }
        plan.simultaneous().forEach(family -> line("simultaneous", family));
        plan.stopping().ifPresent(stopping -> line("stopping", stopping));
        line("counts", plan.exclusions().canonical());
        for (Scale scale : plan.scales().scales()) {
            line("scale", scale.name());
            line("items", String.join(" ", scale.items()));
            List<String> reversed =
                    scale.items().stream().filter(scale.reversed()::contains).toList();
            line("reversed", String.join(" ", reversed));
            line("least", Integer.toString(scale.least()));
            line("score", scale.scoring().name());
        }
        for (Flag flag : plan.scales().flags()) {
            line("flag", flag.name());
            line("if", flag.condition().toString());
        }
        for (Careless careless : plan.scales().careless()) {
            line("careless", careless.index().word());
            line(
                    "scales",
                    careless.scales().stream().map(Scale::name).collect(Collectors.joining(" ")));
            line("bound", Double.toString(careless.bound()));
        }
        plan.lets().forEach(let -> line("let", let.canonical()));
        plan.words().canonical().forEach(words -> line("words", words));
        plan.claims().forEach(this::claim);
    }

    private void claim(Claim claim) {
        line("claim", claim.id());
        line("asks", claim.asks());
        line("says", claim.says());
        if (claim.primary()) {
            line("primary", "true");
        }
        claim.family().ifPresent(family -> line("family", family));
        line("analysis", claim.analysis().canonical());
        claim.among().ifPresent(among -> line("among", among.toString()));
        for (Companion companion : claim.beside()) {
            line("beside", companion.name());
            line("says", companion.says());
            line("analysis", companion.analysis().canonical());
            companion.among().ifPresent(among -> line("among", among.toString()));
        }
        claim.expects().ifPresent(expects -> line("expects", expects.canonical()));
        claim.also().forEach(companion -> line("also", companion));
        for (Originals.Figure figure : claim.originals().figures()) {
            Published published = figure.published();
            line(
                    "original",
                    figure.option().map(option -> option + " ").orElse("")
                            + published.id()
                            + published.value().map(value -> " " + value.toPlainString()).orElse("")
                            + " "
                            + published.unit());
            line("source", published.source());
            published.precision().ifPresent(precision -> line("precision", precision.canonical()));
            figure.with().ifPresent(companion -> line("with", companion));
        }
        for (Originals.Words words : claim.originals().words()) {
            line("original-words", words.words());
            line("source", words.source());
        }
        claim.notes().ifPresent(notes -> line("notes", notes));
    }

    private void line(String keyword, String value) {
        text.append(keyword).append(' ').append(value.replaceAll("\\s+", " ").strip()).append('\n');
    }
}
