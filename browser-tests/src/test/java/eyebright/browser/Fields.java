package eyebright.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// Fills in all fields of a page at once, by a script: for tests that are about what comes after. A finger, which waits at
/// each field until it is seen and stands still, takes most of the time of such a test; what it does is tested where the
/// whole study is gone through by hand.
final class Fields {

    private static final String FILL =
            """
            given => {
              for (const [name, value] of given) {
                const named = [...document.querySelectorAll('main [name]')].filter(each => each.name === name);
                const choice = named.find(each => /^(radio|checkbox)$/.test(each.type) && each.value === value);
                const text = named.find(each => /^(text|number|textarea)$/.test(each.type));
                if (choice && !choice.checked) {
                  choice.click();
                } else if (text) {
                  text.focus();
                  text.value = value;
                  text.dispatchEvent(new Event('input', {bubbles: true}));
                  text.dispatchEvent(new Event('change', {bubbles: true}));
                } else if (!choice) {
                  throw new Error(`no field ${name} that takes ${value}`);
                }
              }
            }
            """;

    /// What one field is given.
    ///
    /// @param name of the field
    /// @param value the code of the choice, or what is typed
    record Given(String name, String value) {}

    private Fields() {}

    /// Fills in fields of the page that is open, in that order.
    static void fill(Page page, List<Given> given) {
        page.evaluate(FILL, given.stream().map(each -> List.of(each.name, each.value)).toList());
    }
}
