package eyebright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import eyebright.study.Page;
import java.util.ArrayList;
import java.util.List;

/// Every kind of page there is, opened one after the other on one device: those of a respondent who has
/// answered everything, and those that anybody may read.
final class Views {

    /// One page.
    ///
    /// @param name what it is, also the name of its screenshot
    /// @param path where it is
    record View(String name, String path) {}

    /// What the study will most likely say: the rehearsal that it ships.
    static final View REHEARSAL = new View("rehearsal", "/tears/rehearsal");

    /// What is done with a page that is open.
    @FunctionalInterface
    interface Look {
        void at(String name, Device device);
    }

    private final TearsSite site;
    private final List<Cookie> answered;
    private final List<Cookie> sent;

    /// Two respondents of that site: one answers every page, one skips what may be skipped and sends.
    Views(Browser browser, TearsSite site) {
        this.site = site;
        try (Device phone = Device.phone(browser, site).begin()) {
            Answering.atOnce(site.study()).allPages(phone);
            answered = phone.context().cookies();
        }
        try (Device phone = Device.phone(browser, site).begin()) {
            Answering.atOnce(site.study()).nothing(phone);
            phone.press("Send my answers");
            sent = phone.context().cookies();
        }
    }

    /// The cookies of who has answered every page, and not yet sent.
    List<Cookie> answered() {
        return answered;
    }

    /// Goes through all pages of a site that collects: as a stranger, as a respondent who has answered all
    /// pages, with a mistake on one of them, and as one who has sent.
    void everyPage(Device device, Look look) {
        strangers().forEach(view -> look(device, view, look));
        device.context().addCookies(answered);
        questions(site).forEach(view -> look(device, view, look));
        device.open("/tears/take-part/your-experience");
        device.page().locator("[name=experience]").fill("many");
        device.page().locator("[name=experience_months]").fill("14");
        device.pressForComplaint("Continue");
        look.at("mistake", device);
        ofARespondent().forEach(view -> look(device, view, look));
        device.context().addCookies(sent);
        look(device, new View("done", "/tears/take-part/done"), look);
        look(device, new View("you", "/tears/you"), look);
    }

    /// Pages of a site full of made-up respondents.
    static void findings(Device device, Look look) {
        look(device, new View("rehearsed-studies", "/"), look);
        look(device, new View("rehearsed-findings", "/tears/findings"), look);
        String one =
                (String)
                        device.page()
                                .evaluate(
                                        "() => document.querySelector('.finding footer a').getAttribute('href')");
        look(device, new View("rehearsed-finding", one), look);
        look(device, new View("rehearsed-article", "/tears/article"), look);
        look(device, new View("rehearsed-review", "/tears/review"), look);
        look(device, REHEARSAL, look);
        device.page()
                .evaluate(
                        "() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
        look.at("rehearsal-unfolded", device);
    }

    private static List<View> strangers() {
        return List.of(
                new View("studies", "/"),
                new View("study", "/tears"),
                new View("consent", "/tears/take-part"),
                new View("resume", "/tears/resume"),
                new View("withdraw-by-code", "/tears/withdraw"),
                new View("gone", "/tears/save-and-leave"),
                new View("questionnaire", "/tears/questionnaire"),
                new View("findings-before-answers", "/tears/findings"),
                new View("article-before-answers", "/tears/article"),
                new View("comment", "/tears/discussion/write?about=article"),
                new View("versions-before-the-first", "/tears/article/versions"),
                new View("data-before-the-first", "/tears/data"),
                new View("clients", "/tears/clients"),
                new View("you-by-code", "/tears/you"),
                new View("nothing-here", "/tears/nothing-here"));
    }

    private static List<View> ofARespondent() {
        return List.of(
                new View("begun", "/tears"),
                new View("save-and-leave", "/tears/save-and-leave"),
                new View("withdraw", "/tears/withdraw"),
                new View("review", "/tears/take-part/review"));
    }

    private static List<View> questions(TearsSite site) {
        var views = new ArrayList<View>();
        for (Page page : site.study().pages()) {
            views.add(new View("page-" + page.id(), "/tears/take-part/" + page.id()));
        }
        return views;
    }

    private static void look(Device device, View view, Look look) {
        device.open(view.path());
        look.at(view.name(), device);
    }
}
