package eyebright.publish;

import eyebright.disclosure.DisclosureReport;
import eyebright.disclosure.PublicData;
import eyebright.disclosure.Release;
import eyebright.frame.Column;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.study.Study;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What may be published of answers. Nothing leaves the house by another way.
public sealed interface PublicAnswers {

    /// These answers.
    ///
    /// @param dataset what everybody may have
    /// @param report what was done to the answers; absent where nothing was, as of rehearsed respondents of a study that
    ///   declares nothing
    record Allowed(Dataset dataset, Optional<DisclosureReport> report) implements PublicAnswers {

        /// A frame with all columns of the study: those that are not published hold nothing.
        ///
        /// @param asked the frame that this was made of
        Frame whole(Frame asked) {
            var columns = new LinkedHashMap<String, Column>();
            var all = new BitSet();
            all.set(0, asked.size());
            asked.columns().forEach((name, column) -> columns.put(name, column.withheld(all)));
            columns.putAll(dataset.frame().columns());
            return new Frame(
                    dataset.frame().respondents(),
                    columns,
                    dataset.frame().excluded(),
                    dataset.frame().origin());
        }
    }

    /// None of them.
    ///
    /// @param reason a sentence
    record Refused(String reason) implements PublicAnswers {}

    /// What of a study's answers may be published. Rehearsed respondents go the way that real ones will.
    ///
    /// @param rules what the study declares; without it nothing of real respondents is published
    static PublicAnswers of(Study study, Optional<PublicData> rules, Frame frame) {
        if (rules.isPresent()) {
            var release = Release.of(study, rules.get(), frame);
            return release.report().published() == 0
                    ? new Refused(release.report().text().strip())
                    : new Allowed(
                            new Dataset(study, release.variables(), release.frame()),
                            Optional.of(release.report()));
        }
        return switch (frame.origin()) {
            case Origin.Rehearsed _ -> new Allowed(Dataset.of(study, frame), Optional.empty());
            case Origin.Real _ ->
                    new Refused(
                            "these are answers of real people, and study.yaml does not say with public-data: what of"
                                    + " each may be published");
        };
    }
}
