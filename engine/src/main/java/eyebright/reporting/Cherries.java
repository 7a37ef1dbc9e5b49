package eyebright.reporting;

import static eyebright.reporting.Item.ofAuthor;
import static eyebright.reporting.Item.partly;
import static eyebright.reporting.Item.whole;

import eyebright.method.FieldWords;
import java.util.List;

/// What readers of a survey on the web must be told, after the Checklist for Reporting Results of Internet E-Surveys: its
/// topics, in our words.
///
/// @see <a href="https://doi.org/10.2196/jmir.6.3.e34">Eysenbach (2004)</a>
final class Cherries {

    static final Guideline GUIDELINE =
            new Guideline(
                    "cherries",
                    "Surveys on the web (CHERRIES)",
                    "Eysenbach, G. (2004). Improving the quality of web surveys: The Checklist for Reporting"
                            + " Results of Internet E-Surveys (CHERRIES). Journal of Medical Internet Research,"
                            + " 6(3), e34.",
                    "10.2196/jmir.6.3.e34",
                    List.of(
                            designItems(),
                            ethicsAndConsentItems(),
                            developmentItems(),
                            recruitmentItems(),
                            administrationItems(),
                            ratesItems(),
                            theSamePersonTwiceItems(),
                            analysisItems()));

    private Cherries() {}

    private static Section designItems() {
        return Section.of(
                "Design",
                partly(
                        "design",
                        "Whom it is for",
                        "the population that is meant, and whether those who answered are a"
                                + " sample of it or who happened to come",
                        Cherries::design));
    }

    private static Section ethicsAndConsentItems() {
        return Section.of(
                "Ethics and consent",
                new Item(
                        "ethics",
                        "Ethics approval",
                        "the committee and the number of its approval, or why none is needed",
                        Cherries::ethics),
                new Item(
                        "consent",
                        "Informed consent",
                        "how it was asked for, what it said, who is responsible, how long"
                                + " answers are kept",
                        Cherries::consent),
                whole(
                        "protection",
                        "Protection of data",
                        "what was kept of a person, and how it was protected",
                        Cherries::protection));
    }

    private static Section developmentItems() {
        return Section.of(
                "Development",
                partly(
                        "development",
                        "Development and testing",
                        "how the questions were made and tried before people answered them",
                        Cherries::development));
    }

    private static Section recruitmentItems() {
        return Section.of(
                "Recruitment",
                whole(
                        "open",
                        "Open or closed",
                        "whether everybody could answer or only who was chosen",
                        _ -> FieldWords.open()),
                ofAuthor(
                        "contact",
                        "First contact",
                        "how people first heard of the study, and whether that was on the web"),
                ofAuthor(
                        "advertising",
                        "Advertising",
                        "where it was announced, and in which words"));
    }

    private static Section administrationItems() {
        return Section.of(
                "Administration",
                whole(
                        "mode",
                        "How answers came in",
                        "by web page or by mail, and how they got into the data",
                        _ ->
                                "Respondents typed them into web pages, and each page was kept"
                                        + " as it was sent. Nothing was copied by hand."),
                partly(
                        "context",
                        "The place",
                        "what else the website was about, and who comes to it",
                        _ -> "A site of the study's own."),
                whole(
                        "voluntary",
                        "Voluntary or not",
                        "whether people had to answer in order to get at something else",
                        _ -> "Voluntary. Findings can be read without taking part."),
                partly(
                        "incentives",
                        "Incentives",
                        "what was given to people for answering",
                        basis ->
                                basis.givesBack()
                                        ? "Those who answered could see how their own answers"
                                                + " compare."
                                        : "The pages give nothing to those who answer."),
                new Item(
                        "dates",
                        "Dates",
                        "from when to when answers were gathered",
                        Cherries::dates),
                whole(
                        "order",
                        "Drawn order",
                        "what came in random order",
                        basis -> basis.questionnaire().order()),
                whole(
                        "adaptive",
                        "Questions that depend on answers",
                        "whether answers decided what was asked next",
                        basis -> basis.questionnaire().adaptive()),
                whole(
                        "items",
                        "Questions a page",
                        "how many questions stood on a page",
                        basis -> basis.questionnaire().perPage()),
                whole(
                        "pages",
                        "Pages",
                        "how many pages there were",
                        basis -> basis.questionnaire().pages()),
                whole(
                        "completeness",
                        "Completeness",
                        "whether answers were asked for where they were left out, and whether"
                                + " they could be refused",
                        basis -> basis.questionnaire().completeness()),
                whole(
                        "review",
                        "Going back",
                        "whether people could look at their answers and change them",
                        _ ->
                                "Respondents could go back and change their answers until they"
                                        + " sent them, and come back another day with a code."));
    }

    private static Section ratesItems() {
        return Section.of(
                "Rates",
                whole(
                        "visitors",
                        "Visitors",
                        "how many came, and how one visitor was told from another",
                        basis -> basis.field().visitors()),
                whole(
                        "view-rate",
                        "View rate",
                        "the share of visitors who saw the survey",
                        basis -> basis.field().viewRate()),
                whole(
                        "participation-rate",
                        "Participation rate",
                        "the share of those who saw the survey that agreed",
                        basis -> basis.field().participationRate()),
                whole(
                        "completion-rate",
                        "Completion rate",
                        "the share of those who agreed that finished",
                        basis -> basis.field().completionRate()));
    }

    private static Section theSamePersonTwiceItems() {
        return Section.of(
                "The same person twice",
                whole(
                        "cookies",
                        "Cookies",
                        "whether cookies told people apart",
                        _ ->
                                "One necessary cookie connects the pages of a respondent while"
                                        + " they answer. It is not used to refuse a second"
                                        + " answer."),
                whole(
                        "addresses",
                        "Network addresses",
                        "whether addresses told people apart",
                        _ ->
                                "None is kept. How often one address may begin within an hour"
                                        + " is limited, in memory, under a key that changes"
                                        + " daily."),
                whole(
                        "log",
                        "Other ways",
                        "whether something else was looked at",
                        _ ->
                                "None: there is no log of visits from which a person could be"
                                        + " known."),
                whole(
                        "registration",
                        "Registration",
                        "whether people had to log in",
                        _ -> "None. Somebody who wanted to could have answered twice."));
    }

    private static Section analysisItems() {
        return Section.of(
                "Analysis",
                whole(
                        "incomplete",
                        "Unfinished answers",
                        "whether they were analysed",
                        basis -> basis.analysis().incomplete()),
                whole(
                        "odd-time",
                        "Haste and carelessness",
                        "whether answers were left out because they came too fast, or fit one"
                                + " another badly",
                        basis -> basis.analysis().care()),
                whole(
                        "weights",
                        "Weights",
                        "whether answers were weighted, since those who answer are not a"
                                + " sample",
                        basis -> basis.analysis().weights()));
    }

    private static String design(Basis basis) {
        return "A survey at one time, of people who came by themselves: a convenience sample. "
                + (basis.study().eligibility().isPresent()
                        ? "Its first questions decide whom it is for."
                        : "Everybody who agreed could answer.");
    }

    private static Known ethics(Basis basis) {
        return basis.consent().ethics().<Known>map(Known.Whole::new).orElseGet(Known.Nothing::new);
    }

    private static Known consent(Basis basis) {
        String asked = basis.consent().asked();
        return basis.consent()
                .responsible()
                .<Known>map(who -> new Known.Whole(asked + " " + who))
                .orElseGet(() -> new Known.Partly(asked));
    }

    private static String protection(Basis basis) {
        return basis.consent().kept()
                + basis.publicData()
                        .map(
                                rules ->
                                        " In the published rows at least %d share each combination of what could identify somebody."
                                                .formatted(rules.fewest()))
                        .orElse(" No rows are published.");
    }

    private static String development(Basis basis) {
        String checked =
                "Every rule of the questionnaire was checked by a program: no page that nobody is led to, no condition that reads a later answer.";
        return basis.rehearsed().isEmpty()
                ? checked
                : checked
                        + " The whole study was rehearsed with made-up respondents, %,d times a scenario, before it began."
                                .formatted(basis.rehearsed().getAsInt());
    }

    static Known dates(Basis basis) {
        return basis.field()
                .dates()
                .<Known>map(
                        days ->
                                basis.study().closes().isPresent()
                                        ? new Known.Whole(days)
                                        : new Known.Partly(days))
                .orElseGet(Known.Nothing::new);
    }
}
