package eyebright.browser;

import com.microsoft.playwright.Browser;
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

    /// What is done with a page that is open.
    @FunctionalInterface
    interface Look {
        void at(String name, Device device);
    }

    private Views() {}

    /// Goes through all pages of a site that collects: as a stranger, as a respondent who has answered all
    /// pages, with a mistake on one of them, and after sending. Starts one respondent.
    static void everyPage(Browser browser, TearsSite site, Device device, Look look) {
        strangers().forEach(view -> look(device, view, look));
        try (Device phone = Device.phone(browser, site)) {
            phone.begin();
            new Answering(site.study()).allPages(phone);
            device.context().addCookies(phone.context().cookies());
        }
        questions(site).forEach(view -> look(device, view, look));
        device.open("/tears/take-part/your-experience");
        device.page().locator("[name=experience]").fill("many");
        device.page().locator("[name=experience_months]").fill("14");
        device.pressForComplaint("Continue");
        look.at("mistake", device);
        for (View view :
                List.of(
                        new View("begun", "/tears"),
                        new View("save-and-leave", "/tears/save-and-leave"),
                        new View("withdraw", "/tears/withdraw"),
                        new View("review", "/tears/take-part/review"))) {
            look(device, view, look);
        }
        device.press("Send my answers");
        look.at("done", device);
    }

    /// Pages of a site full of made-up respondents.
    static void findings(TearsSite site, Device device, Look look) {
        look(device, new View("rehearsed-studies", "/"), look);
        look(device, new View("rehearsed-findings", "/tears/findings"), look);
        String one =
                (String)
                        device.page()
                                .evaluate(
                                        "() => document.querySelector('.finding footer a').getAttribute('href')");
        look(device, new View("rehearsed-finding", one), look);
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
                new View("nothing-here", "/tears/nothing-here"));
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
