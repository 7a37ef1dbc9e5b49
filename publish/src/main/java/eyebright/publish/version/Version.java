package eyebright.publish.version;

import eyebright.publish.data.FileFacts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a published folder says of itself, in its `version.json`. Nothing in it may not be seen by everybody.
///
/// @param study its name
/// @param title what is cited: the article's title, else the study's
/// @param number 1, 2, …
/// @param day on which it was published, in UTC
/// @param eyebright the version of Eyebright that made it
/// @param plan which plan
/// @param data which data
/// @param text a hash of the article as its authors wrote it; absent if the study has none
/// @param findings every finding with its printed figures, in the order of the plan
/// @param changed what changed since the version before, in sentences
public record Version(
        String study,
        String title,
        int number,
        LocalDate day,
        String eyebright,
        Plan plan,
        Data data,
        Optional<String> text,
        List<Told> findings,
        List<String> changed) {

    /// The name of the file.
    public static final String FILE = "version.json";

    public Version {
        findings = List.copyOf(findings);
        changed = List.copyOf(changed);
        if (number < 1) {
            throw new IllegalArgumentException("number must be 1 or more, not " + number);
        }
    }

    /// Which plan a version is of.
    ///
    /// @param hash of the plan
    /// @param frozen in a few words, such as `frozen 2026-11-22`; absent while it is not
    public record Plan(String hash, Optional<String> frozen) {}

    /// Which data a version is of.
    ///
    /// @param kind `real` or `rehearsed`
    /// @param hash of all answers; absent where they are not told yet
    /// @param respondents how many count
    /// @param excluded how many do not, by reason, as everybody may read it
    /// @param removed what was taken out of the answers before they were published, and how many respondents share each
    ///   combination that is left: sentences; absent if nothing was
    /// @param licence what others may do with the data, by its identifier; absent if nothing was declared
    /// @param files of the package of data
    public record Data(
            String kind,
            Optional<String> hash,
            int respondents,
            Map<String, String> excluded,
            Optional<String> removed,
            Optional<String> licence,
            List<FileFacts> files) {
        public Data {
            excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
            files = List.copyOf(files);
        }

        /// Whether nobody answered.
        public boolean isRehearsed() {
            return !kind.equals("real");
        }
    }

    /// A finding as it was told.
    ///
    /// @param id the claim's
    /// @param asks its question
    /// @param verdict in a word or two; absent where there is none
    /// @param figures those that were known, in the order in which they are printed: the first answers the question
    public record Told(String id, String asks, Optional<String> verdict, List<Figure> figures) {
        public Told {
            figures = List.copyOf(figures);
        }
    }

    /// A printed figure.
    ///
    /// @param name of the estimate
    /// @param printed as a text prints it, such as `72 %`
    /// @param value the number with all its digits
    public record Figure(String name, String printed, double value) {}

    /// This version with the files of its package of data.
    Version with(List<FileFacts> files) {
        var all =
                new Data(
                        data.kind(),
                        data.hash(),
                        data.respondents(),
                        data.excluded(),
                        data.removed(),
                        data.licence(),
                        files);
        return new Version(
                study, title, number, day, eyebright, plan, all, text, findings, changed);
    }

    /// This version with another number, and what changed.
    public Version with(int other, List<String> sentences) {
        return new Version(
                study, title, other, day, eyebright, plan, data, text, findings, sentences);
    }
}
