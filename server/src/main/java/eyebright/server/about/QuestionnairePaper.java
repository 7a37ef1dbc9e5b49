package eyebright.server.about;

import eyebright.study.Study;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// The questionnaire with its consent as one page to print, as an ethics board wants to see it. It needs no
/// server: everything is in the page.
public final class QuestionnairePaper {

    private QuestionnairePaper() {}

    /// The page of a study, as HTML; the same questionnaire gives the same bytes.
    public static String html(Study study) {
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        QuestionnairePaper.class.getClassLoader(),
                        QuestionnairePaper.class.getPackageName())
                .render("paper.jte", PaperPage.of(study), out);
        return out.toString();
    }
}
