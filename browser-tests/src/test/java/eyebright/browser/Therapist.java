package eyebright.browser;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;

/// Somebody with answers of her own: gives them where they are asked for, and skips everything else.
///
/// @param answers by the name of the field: codes to be chosen, or what is typed
record Therapist(Map<String, List<String>> answers) {

    Therapist {
        answers = Map.copyOf(answers);
    }

    /// Takes part from the consent to the thanks.
    void takePart(TearsSite site, Device device) {
        device.begin();
        var answering = new Answering(site.study());
        while (!device.asked().equals("review")) {
            page(device);
            answering.on(device);
        }
        device.press("Send my answers");
    }

    private void page(Device device) {
        for (String field : fields(device)) {
            List<String> values = answers.getOrDefault(field, List.of());
            if (values.isEmpty()) {
                continue;
            }
            Locator fields = device.page().locator("main [name='%s']".formatted(field));
            if ("text".equals(fields.first().getAttribute("type"))) {
                fields.first().fill(values.getFirst());
                continue;
            }
            for (String value : values) {
                device.page()
                        .locator("main input[name='%s'][value='%s']".formatted(field, value))
                        .locator("xpath=..")
                        .click();
            }
        }
    }

    /// The names of the fields that the page has, each once, in their order.
    @SuppressWarnings("unchecked") // A list of texts is what the expression gives.
    private static List<String> fields(Device device) {
        return (List<String>)
                device.page()
                        .evaluate(
                                "() => [...new Set([...document.querySelectorAll('main [name]')].map(each => each.name))]");
    }
}
