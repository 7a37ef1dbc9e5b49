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

    private Access() {}

    /// Each violation, with what it is about.
    ///
    /// @param name of the page, as a failed test says it
    static List<String> violations(String name, Device device) {
        return violations(name, device.page());
    }

    /// As above, of a page that is open anywhere.
    static List<String> violations(String name, Page page) {
        // What a rule passed is only counted: the places where it did need not be gathered.
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeResults results =
                new AxeBuilder(page).options(options).withTags(RULES).setLegacyMode(true).analyze();
        assertThat(results.getPasses())
                .as("rules that axe held %s to", name)
                .hasSizeGreaterThan(10);
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
