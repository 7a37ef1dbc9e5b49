package eyebright.discussion;

import java.util.regex.Pattern;

/// What a comment is about: the article of a study, or one of its findings.
///
/// @param study the name of the study
/// @param about `article`, or `finding:` and the claim
public record Topic(String study, String about) {

    private static final String ARTICLE = "article";
    private static final String FINDING = "finding:";
    private static final Pattern FORM = Pattern.compile("article|finding:[a-z0-9_.-]{1,100}");

    public Topic {
        if (study.isEmpty() || !FORM.matcher(about).matches()) {
            throw new IllegalArgumentException(
                    "about must be article or finding:CLAIM of a study, not %s of \"%s\""
                            .formatted(about, study));
        }
    }

    /// The article of that study.
    public static Topic article(String study) {
        return new Topic(study, ARTICLE);
    }

    /// A finding of that study.
    public static Topic finding(String study, String claim) {
        return new Topic(study, FINDING + claim);
    }

    /// Whether it is the article.
    public boolean isArticle() {
        return about.equals(ARTICLE);
    }

    /// The claim of a finding; empty of the article.
    public String claim() {
        return isArticle() ? "" : about.substring(FINDING.length());
    }
}
