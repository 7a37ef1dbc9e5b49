package eyebright.publish.version;

import eyebright.publish.data.FileFacts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Versions to read and to compare.
final class Examples {

    private Examples() {}

    static Version version(int respondents, String ever, Optional<String> verdict) {
        Map<String, String> excluded = new LinkedHashMap<>();
        excluded.put("not a therapist", "12");
        excluded.put("too fast", "fewer than 10");
        return new Version(
                "waves",
                "Who \"waves\" <at> strangers?",
                1,
                LocalDate.of(2026, 11, 22),
                "0.1.0",
                new Version.Plan("ab12", Optional.of("frozen 2026-11-01")),
                new Version.Data(
                        "real",
                        Optional.of("data" + respondents),
                        respondents,
                        excluded,
                        Optional.of("Ages are in bands."),
                        Optional.of("CC0-1.0"),
                        List.of(new FileFacts("README.txt", "in plain words", 12, "00ff"))),
                Optional.of("text1"),
                List.of(
                        new Version.Told(
                                "ever",
                                "Who waves?",
                                Optional.of("supported"),
                                List.of(
                                        new Version.Figure("estimate", ever, 0.7123456789012345),
                                        new Version.Figure("n", "684", 684))),
                        new Version.Told(
                                "ever.careful",
                                "Who waves?",
                                Optional.empty(),
                                List.of(new Version.Figure("estimate", "1" + ever, 0.5))),
                        new Version.Told("experience", "Do the old?", verdict, List.of())),
                List.of("The first version."));
    }

    static Version version() {
        return version(684, "71 %", Optional.of("inconclusive"));
    }
}
