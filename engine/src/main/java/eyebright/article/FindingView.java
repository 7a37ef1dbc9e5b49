package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.PublicFindings;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Style;
import eyebright.chart.Table;
import eyebright.replication.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A finding as a page shows it, in the order in which it is read: question, answer, picture, doubt,
/// origin. All texts are plain: a page has to escape them; the picture's SVG is a page's as it is.
///
/// @param id the claim's
/// @param question as a person asks it
/// @param claim what the study says
/// @param answer as a person says it, with its doubt
/// @param picture of ours and of what was published; absent where there is nothing to draw
/// @param before what is known from before, with its certainty in words
/// @param verdict in a word, or why there is none yet
/// @param judged how it was judged, with the rule and every figure beside what was published
/// @param notes planned or not, n and who is missing, family
/// @param details every estimate and test; no rows where there are none
/// @param beside what else was planned for the claim, each with its own words as its `claim`; none beside it
public record FindingView(
        String id,
        String question,
        String claim,
        Sentence answer,
        Optional<Picture> picture,
        List<Before> before,
        String verdict,
        VerdictView judged,
        List<String> notes,
        Table details,
        List<FindingView> beside) {

    public FindingView {
        before = List.copyOf(before);
        notes = List.copyOf(notes);
        beside = List.copyOf(beside);
    }

    /// The view of a finding for the researcher, with exact numbers of who is missing.
    ///
    /// @param origin where the answers come from: rehearsed ones are marked on the picture
    /// @param pictureId begins the ids inside the picture; two pictures of one page need two
    public static FindingView of(Finding finding, Origin origin, String pictureId) {
        return of(finding, origin, pictureId, Notes.Counts.EXACT);
    }

    /// The view of a finding for public pages, where a few who are missing are `fewer than 10`.
    ///
    /// @param finding one of [PublicFindings]
    public static FindingView ofPublic(Finding finding, Origin origin, String pictureId) {
        return of(finding, origin, pictureId, Notes.Counts.FROM_TEN);
    }

    /// A number of people as public pages print it: exact from 10, and 0.
    public static String publicNumber(int people) {
        return PublicFindings.isFew(people)
                ? "fewer than " + PublicFindings.FEWEST
                : Integer.toString(people);
    }

    private static FindingView of(
            Finding finding, Origin origin, String pictureId, Notes.Counts counts) {
        return new FindingView(
                finding.id(),
                finding.question(),
                finding.claim(),
                AnswerSentence.of(finding),
                Drawing.of(finding, new Style(pictureId, origin)),
                Before.of(finding.originals()),
                finding.verdict().map(Verdict::word).orElse("no verdict: " + finding.why()),
                VerdictView.of(finding),
                Notes.of(finding, counts),
                Details.of(finding),
                IntStream.range(0, finding.beside().size())
                        .mapToObj(
                                i ->
                                        of(
                                                finding.beside().get(i),
                                                origin,
                                                "%s-%s".formatted(pictureId, i + 1),
                                                counts))
                        .toList());
    }
}
