package eyebright.publish;

import eyebright.disclosure.DisclosureReport;
import eyebright.disclosure.Ledger;
import eyebright.disclosure.PublicData;
import eyebright.disclosure.Release;
import eyebright.frame.Column;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.study.Study;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What may be published of answers. Nothing leaves the house by another way.
public sealed interface PublicAnswers {

    /// Why no rows go out where it is not kept how those of an earlier version were told; to be given its number.
    String UNKNOWN =
            "How the rows of version %d were told is not kept with these answers, as after a restore from an older backup:"
                    + " told in another way, its people could be found. No more rows of this study can go out beside it";

    /// These answers.
    ///
    /// @param dataset what everybody may have
    /// @param answers of whom they are, as they answered: all figures of a version are of these, so that none tells of
    ///   somebody whose row is not there
    /// @param report what was done to the answers; absent where nothing was, as of rehearsed respondents of a study that
    ///   declares nothing
    /// @param ledger how each row is told, to be kept before they go out; absent where nothing is withheld
    record Allowed(
            Dataset dataset,
            Frame answers,
            Optional<DisclosureReport> report,
            Optional<Ledger> ledger)
            implements PublicAnswers {

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

    /// What of a study's answers may be published, of which nothing was published before. Rehearsed respondents go the
    /// way that real ones will.
    ///
    /// @param rules what the study declares; without it nothing of real respondents is published
    static PublicAnswers of(Study study, Optional<PublicData> rules, Frame frame) {
        return of(study, rules, frame, Ledger.NONE, 0);
    }

    /// What of a study's answers may be published after others were: see [Release#of].
    ///
    /// @param frame of those in the ledger the answers that they had given when they went out
    static PublicAnswers of(
            Study study, Optional<PublicData> rules, Frame frame, Ledger earlier, long batch) {
        if (rules.isEmpty()) {
            return switch (frame.origin()) {
                case Origin.Rehearsed _ ->
                        new Allowed(
                                Dataset.of(study, frame),
                                frame,
                                Optional.empty(),
                                Optional.empty());
                case Origin.Real _ ->
                        new Refused(
                                "these are answers of real people, and study.yaml does not say with public-data: what of"
                                        + " each may be published");
            };
        }
        Optional<String> refusal = refusal(study, rules.get(), frame, earlier);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var release = Release.of(study, rules.get(), frame, earlier, batch);
        return release.report().published() == 0
                ? new Refused(release.report().text().strip())
                : new Allowed(
                        new Dataset(study, release.variables(), release.frame()),
                        release.answers(),
                        Optional.of(release.report()),
                        Optional.of(release.ledger()));
    }

    /// Why rows cannot stand beside those that went out.
    private static Optional<String> refusal(
            Study study, PublicData rules, Frame frame, Ledger earlier) {
        if (earlier.rows().isEmpty()) {
            return Optional.empty();
        }
        if (!earlier.rules().equals(rules.fingerprint(study))) {
            return Optional.of(
                    "public-data: of study.yaml, or the options of a question, have changed since rows were published:"
                            + " told in two ways, the same answers would tell more than in either. Put back what was"
                            + " there, or publish no more rows of this study");
        }
        if (!new HashSet<>(frame.respondents()).containsAll(earlier.rows().keySet())) {
            return Optional.of(
                    "some whose rows were published no longer count, as eligibility: or counts: of study.yaml says"
                            + " now: the rows that are gone would be theirs. Put back what was there, or publish no"
                            + " more rows of this study");
        }
        return Optional.empty();
    }
}
