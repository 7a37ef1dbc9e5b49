package eyebright.browser;

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
        var answering = Answering.atOnce(site.study());
        while (!device.asked().equals("review")) {
            page(device);
            answering.on(device);
        }
        device.press("Send my answers");
    }

    private void page(Device device) {
        Fields.fill(
                device.page(),
                fields(device).stream()
                        .flatMap(
                                field ->
                                        answers.getOrDefault(field, List.of()).stream()
                                                .map(value -> new Fields.Given(field, value)))
                        .toList());
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
