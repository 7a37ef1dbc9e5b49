package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// What axe finds: the rules of access that a page breaks.
final class Access {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// The rules that read colours: all that can differ between light and dark, which change nothing else.
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /// How many rules the page was held to and keeps, then each that it breaks with the places where it does. What a rule
    /// passed is only counted: the places need not be gathered, nor brought here.
    private static final String RUN =
            """
            async ([type, values]) => {
              const found = await axe.run(document, {runOnly: {type, values}, resultTypes: ['violations']});
              return [String(found.passes.length), ...found.violations.map(rule =>
                [`${rule.id}: ${rule.help}`, ...rule.nodes.map(node => node.html)].join('\\n    '))];
            }
            """;

    private Access() {}

    /// Each violation of any rule, with what it is about.
    ///
    /// @param name of the page, as a failed test says it
    static List<String> violations(String name, Device device) {
        return violations(name, device.page());
    }

    /// As above, of a page that is open anywhere.
    static List<String> violations(String name, Page page) {
        return violations(name, page, "tag", RULES, 10);
    }

    /// Each violation of a rule of colours.
    ///
    /// @param name of the page, as a failed test says it
    static List<String> violationsOfColours(String name, Device device) {
        return violations(name, device.page(), "rule", OF_COLOURS, 0);
    }

    @SuppressWarnings("unchecked") // A list of texts is what the expression gives.
    private static List<String> violations(
            String name, Page page, String kind, List<String> rules, int moreThan) {
        // Half a megabyte of script, once on a page however often it is looked at: the library
        // sends it twice each time.
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        var found = (List<String>) page.evaluate(RUN, List.of(kind, rules));
        assertThat(Integer.parseInt(found.getFirst()))
                .as("rules that axe held %s to", name)
                .isGreaterThan(moreThan);
        return found.subList(1, found.size()).stream().map(rule -> name + ": " + rule).toList();
    }
}
