package eyebright.server.about;

import eyebright.server.page.Markdown;
import eyebright.study.Canonical;
import eyebright.study.Consent;
import eyebright.study.Eligibility;
import eyebright.study.Study;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The questionnaire with its consent as one page to print.
///
/// @param version the fingerprint of the questionnaire
/// @param invitation as HTML
/// @param forWhom the condition of taking part, in words
/// @param goodbye as HTML: what who may not take part reads
/// @param consent as HTML
/// @param facts who answers for it
record PaperPage(
        String title,
        String asks,
        String version,
        String invitation,
        Optional<String> forWhom,
        String goodbye,
        String consent,
        List<Fact> facts,
        List<QuestionnairePage.OfPage> pages) {

    /// Copies the lists.
    PaperPage {
        facts = List.copyOf(facts);
        pages = List.copyOf(pages);
    }

    /// A fact of the consent.
    ///
    /// @param html its value, as HTML
    record Fact(String name, String html) {}

    /// Of a study.
    static PaperPage of(Study study) {
        Consent consent = study.consent();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Who is responsible", Markdown.line(consent.controller())));
        facts.add(new Fact("Whom to write to", Markdown.line(consent.contact())));
        facts.add(new Fact("Ethics", Markdown.line(consent.ethics())));
        facts.add(
                new Fact(
                        "Answers are deleted on",
                        consent.retentionEnd().map(LocalDate::toString).orElse("not said yet")));
        consent.support()
                .forEach(support -> facts.add(new Fact("Support", Markdown.line(support))));
        facts.add(
                new Fact(
                        "The buttons",
                        "%s · %s"
                                .formatted(
                                        Markdown.line(consent.agree()),
                                        Markdown.line(consent.decline()))));
        return new PaperPage(
                study.title(),
                study.asks(),
                Canonical.questionnaireHash(study),
                Markdown.html(study.invitation()),
                Questionnaires.forWhom(study),
                study.eligibility().map(Eligibility::goodbye).map(Markdown::html).orElse(""),
                Markdown.html(consent.text()),
                facts,
                Questionnaires.pages(study));
    }
}
