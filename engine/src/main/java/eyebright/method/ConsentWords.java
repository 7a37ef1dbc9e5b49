package eyebright.method;

import eyebright.study.Consent;
import eyebright.study.Study;
import java.util.Optional;

/// Sentences on what respondents agreed to.
public final class ConsentWords {

    private final Consent consent;

    /// Of a study.
    public ConsentWords(Study study) {
        this.consent = study.consent();
    }

    /// How consent was asked for.
    public String asked() {
        return "The first page says what the study is for, and nothing is kept before somebody agrees. The whole text stands with the questionnaire.";
    }

    /// Who is responsible, whom to ask, and how long answers are kept; empty while the study does not say all of it.
    public Optional<String> responsible() {
        return consent.placeholders().isEmpty()
                ? Optional.of(
                        "Responsible: %s. Contact: %s.%s"
                                .formatted(
                                        withoutStop(consent.controller()),
                                        withoutStop(consent.contact()),
                                        consent.retentionEnd()
                                                .map(Day::inWords)
                                                .map(" Answers are kept until %s."::formatted)
                                                .orElse("")))
                : Optional.empty();
    }

    /// Who approved the study, or why nobody had to; empty while the study does not say.
    public Optional<String> ethics() {
        return consent.placeholders().contains("ethics")
                ? Optional.empty()
                : Optional.of(withoutStop(consent.ethics()) + ".");
    }

    /// What is kept of a person.
    public String kept() {
        return "No name, no network address and nothing about the device is kept; answers stand under a random number. A code of five words, kept only as a signature, lets a respondent come back or withdraw.";
    }

    private static String withoutStop(String text) {
        return text.strip().replaceFirst("\\.$", "");
    }
}
