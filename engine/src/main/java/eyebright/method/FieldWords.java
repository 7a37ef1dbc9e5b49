package eyebright.method;

import eyebright.analysis.Findings;
import eyebright.study.Study;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Sentences on how a study went in the field: who came, when, and how many of them count.
public final class FieldWords {

    private static final String NOT_COUNTED = "Not counted where these answers come from.";
    private static final String NOT_YET = "Not told yet: no answers count so far.";

    private static final String HIDDEN =
            "Not told: a number of people too small to be told could be worked out from it.";

    private final Study study;
    private final Findings.Data data;
    private final Optional<Traffic> traffic;
    private final IntFunction<String> people;

    /// @param data as they may be told where the sentences appear
    /// @param traffic how many came and began; absent where the answers come from elsewhere
    /// @param people how a number of people is written: exactly, or for everybody to see
    public FieldWords(
            Study study,
            Findings.Data data,
            Optional<Traffic> traffic,
            IntFunction<String> people) {
        this.study = study;
        this.data = data;
        this.traffic = traffic;
        this.people = people;
    }

    /// Whether everybody could answer.
    public static String open() {
        return "Open: whoever had the address could answer. Nobody logged in, and no link was for one person alone.";
    }

    /// From when to when answers were gathered; empty where the study does not declare a first day.
    public Optional<String> dates() {
        return study.opens()
                .map(
                        first ->
                                study.closes()
                                        .map(
                                                last ->
                                                        "From %s to %s."
                                                                .formatted(
                                                                        Day.inWords(first),
                                                                        Day.inWords(last)))
                                        .orElseGet(
                                                () -> "From %s on.".formatted(Day.inWords(first))));
    }

    /// How many began, how many count, and why others do not. Where a number of people is not told, those beside it are told
    /// in whole tens, so that it cannot be worked out from them.
    public String flow() {
        return traffic.map(
                                came ->
                                        hides()
                                                ? "About %,d agreed and began, about %,d reached the end. "
                                                        .formatted(
                                                                tens(came.started()),
                                                                tens(came.sent()))
                                                : "%,d agreed and began, %,d reached the end. "
                                                        .formatted(came.started(), came.sent()))
                        .orElse("")
                + counted()
                + later();
    }

    /// Where more finished than can be accounted for: public figures stand still while people go on answering.
    private String later() {
        int known =
                data.respondents()
                        + data.excluded().values().stream().mapToInt(Integer::intValue).sum();
        boolean isMore = traffic.map(came -> came.sent() > known).orElse(false);
        return isMore && data.respondents() > 0 ? " Those who came later do not count yet." : "";
    }

    private boolean hides() {
        return traffic.isPresent()
                && data.excluded().values().stream()
                        .anyMatch(few -> !people.apply(few).equals(Integer.toString(few)));
    }

    private static int tens(int people) {
        return 10 * ((people + 5) / 10);
    }

    /// How many count, and why others do not.
    public String counted() {
        if (data.respondents() == 0 && data.excluded().isEmpty()) {
            return "No answers count so far.";
        }
        String counted =
                "The answers of %,d %s count."
                        .formatted(
                                data.respondents(),
                                data.mark().isPresent() ? "rehearsed respondents" : "respondents");
        if (data.excluded().isEmpty()) {
            return counted + " Nobody was excluded.";
        }
        var text = new StringBuilder(counted);
        for (Map.Entry<String, Integer> each : data.excluded().entrySet()) {
            text.append(" Not counted: ")
                    .append(people.apply(each.getValue()))
                    .append(", ")
                    .append(each.getKey())
                    .append('.');
        }
        return text.toString();
    }

    /// How many came, and how one was told from another.
    public String visitors() {
        return traffic.flatMap(Traffic::visitors)
                .map(
                        seen ->
                                came(seen)
                                        + " A visitor is one network address on one day; addresses are not kept, so whoever came on two days counts twice.")
                .orElseGet(this::uncounted);
    }

    private static String came(Traffic.Visitors seen) {
        return seen.site() == 1
                ? "One visitor, %sto the page that asks for consent."
                        .formatted(seen.survey() == 1 ? "" : "not ")
                : "%,d visitors, %,d of them to the page that asks for consent."
                        .formatted(seen.site(), seen.survey());
    }

    /// The share of visitors that saw the consent.
    public String viewRate() {
        return rate(Traffic::viewRate, "of the visitors came to the page that asks for consent");
    }

    /// The share of those who saw the consent that agreed.
    public String participationRate() {
        return hides()
                ? HIDDEN
                : rate(Traffic::participationRate, "of those who came to the consent agreed");
    }

    /// The share of those who agreed that finished.
    public String completionRate() {
        return hides()
                ? HIDDEN
                : rate(Traffic::completionRate, "of those who agreed reached the end and sent");
    }

    private String uncounted() {
        return data.respondents() == 0 ? NOT_YET : NOT_COUNTED;
    }

    private String rate(Function<Traffic, OptionalInt> which, String of) {
        if (traffic.isEmpty()) {
            return uncounted();
        }
        OptionalInt rate = which.apply(traffic.get());
        return rate.isEmpty() ? "Not known." : "%d\u00a0%% %s.".formatted(rate.getAsInt(), of);
    }
}
