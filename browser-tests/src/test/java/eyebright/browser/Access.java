package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/// What axe finds: the rules of access that a page breaks.
final class Access {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// The rules that read colours: all that can differ between light and dark, which change nothing else.
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Access() {}

    /// Each violation of any rule, with what it is about.
    ///
    /// @param name of the page, as a failed test says it
    static List<String> violations(String name, Device device) {
        return violations(name, device.page());
    }

    /// As above, of a page that is open anywhere.
    static List<String> violations(String name, Page page) {
        return violations(name, builder(page).withTags(RULES), 10);
    }

    /// Each violation of a rule of colours.
    ///
    /// @param name of the page, as a failed test says it
    static List<String> violationsOfColours(String name, Device device) {
        return violations(name, builder(device.page()).withRules(OF_COLOURS), 0);
    }

    private static AxeBuilder builder(Page page) {
        // What a rule passed is only counted: the places where it did need not be gathered.
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static List<String> violations(String name, AxeBuilder rules, int moreThan) {
        AxeResults results = rules.analyze();
        assertThat(results.getPasses())
                .as("rules that axe held %s to", name)
                .hasSizeGreaterThan(moreThan);
        return results.getViolations().stream().map(rule -> name + ": " + said(rule)).toList();
    }

    private static String said(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream()
                        .map(CheckedNode::getHtml)
                        .collect(Collectors.joining("\n    ", "\n    ", ""));
    }
}
