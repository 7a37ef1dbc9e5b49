package eyebright.publish.data;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What a standard of XML lets stand where, from a table of the models, and what a document does against it.
final class ElementRules {

    private static final Pattern PART = Pattern.compile("\\(([^)]*)\\)([*+])|([^ ()*+?]+)([*+?]?)");

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private ElementRules() {}

    /// One or several elements at one place of the order.
    private record Part(List<String> names, boolean isNeeded, boolean isRepeated) {
        @Override
        public String toString() {
            return String.join(" or ", names);
        }
    }

    private record Rule(boolean hasText, List<Part> parts, Map<String, KeyRule> attributes) {}

    /// The rules of a table.
    static ElementRules of(String table) {
        var read = new ElementRules();
        var everywhere = new LinkedHashMap<String, KeyRule>();
        for (String line : KeyRule.lines(table)) {
            String[] nameAndRule = line.split(":", 2);
            String[] sides = nameAndRule[1].split("\\|", 2);
            var parts = new ArrayList<Part>();
            boolean hasText = false;
            Matcher part = PART.matcher(sides[0]);
            while (part.find()) {
                if ("text".equals(part.group(3))) {
                    hasText = true;
                } else {
                    parts.add(part(part));
                }
            }
            if (nameAndRule[0].equals("*")) {
                everywhere.putAll(KeyRule.of(sides[1]));
            }
            var attributes = new LinkedHashMap<>(everywhere);
            attributes.putAll(KeyRule.of(sides[1]));
            read.rules.put(nameAndRule[0], new Rule(hasText, parts, attributes));
        }
        return read;
    }

    private static Part part(Matcher found) {
        boolean isChoice = found.group(1) != null;
        String often = found.group(isChoice ? 2 : 4);
        return new Part(
                Arrays.asList(found.group(isChoice ? 1 : 3).split(" ", -1)),
                often.isEmpty() || often.equals("+"),
                often.equals("*") || often.equals("+"));
    }

    /// The first element of a document.
    static Element root(String document) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException fault) {
            throw new AssertionError(document, fault);
        }
    }

    /// What a document does against the rules, in sentences; empty if nothing.
    List<String> faults(Element root) {
        var faults = new ArrayList<String>();
        var ids = new HashSet<String>();
        var references = new ArrayList<String>();
        walk(root, faults, ids, references);
        for (String reference : references) {
            if (!ids.contains(reference)) {
                faults.add("nothing has the ID " + reference);
            }
        }
        return faults;
    }

    private void walk(
            Element element, List<String> faults, Set<String> ids, List<String> references) {
        Rule rule = rules.get(element.getTagName());
        if (rule == null) {
            faults.add(element.getTagName() + ": no line says what may stand in it");
            return;
        }
        attributes(element, rule, faults, ids, references);
        order(element, rule, faults);
        for (Element child : children(element)) {
            walk(child, faults, ids, references);
        }
    }

    private void attributes(
            Element element,
            Rule rule,
            List<String> faults,
            Set<String> ids,
            List<String> references) {
        String name = element.getTagName();
        var all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            var attribute = (Attr) all.item(i);
            if (attribute.getName().matches("xmlns(:.*)?|xsi:schemaLocation")) {
                continue;
            }
            KeyRule known = rule.attributes().get(attribute.getName());
            if (known == null) {
                faults.add("%s: no attribute %s".formatted(name, attribute.getName()));
            } else if (!isA(known.type(), attribute.getValue())) {
                faults.add(
                        "%s: %s must be %s, not %s"
                                .formatted(
                                        name,
                                        attribute.getName(),
                                        known.type(),
                                        attribute.getValue()));
            } else if (known.type().equals("ID") && !ids.add(attribute.getValue())) {
                faults.add("%s: the ID %s is given twice".formatted(name, attribute.getValue()));
            } else if (known.type().startsWith("IDREF")) {
                references.addAll(List.of(attribute.getValue().split(" ", -1)));
            }
        }
        rule.attributes().values().stream()
                .filter(each -> each.isNeeded() && !element.hasAttribute(each.name()))
                .forEach(each -> faults.add("%s: %s is missing".formatted(name, each.name())));
    }

    private static boolean isA(String type, String value) {
        return switch (type) {
            case "text" -> true;
            case "ID", "IDREF", "NCName" -> value.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*");
            case "IDREFS" ->
                    value.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*( [\\p{L}_][\\p{L}\\p{N}_.-]*)*");
            case "NMTOKEN" -> value.matches("[\\p{L}\\p{N}_.:-]+");
            case "date" -> value.matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.+)?)?)?");
            default -> List.of(type.split("\\|", -1)).contains(value);
        };
    }

    private static void order(Element element, Rule rule, List<String> faults) {
        String name = element.getTagName();
        int[] seen = new int[rule.parts().size()];
        int last = 0;
        for (Element child : children(element)) {
            int place = place(rule.parts(), child.getTagName());
            if (place < 0) {
                faults.add("%s: no %s may stand in it".formatted(name, child.getTagName()));
            } else {
                if (place < last) {
                    faults.add(
                            "%s: %s must stand before %s"
                                    .formatted(name, child.getTagName(), rule.parts().get(last)));
                }
                last = Math.max(last, place);
                seen[place]++;
            }
        }
        for (int i = 0; i < seen.length; i++) {
            Part part = rule.parts().get(i);
            if (seen[i] == 0 && part.isNeeded()) {
                faults.add("%s: %s is missing".formatted(name, part));
            }
            if (seen[i] > 1 && !part.isRepeated()) {
                faults.add("%s: %s stands %d times".formatted(name, part, seen[i]));
            }
        }
        if (!rule.hasText() && !ownText(element).isBlank()) {
            faults.add("%s: no text may stand in it".formatted(name));
        }
    }

    private static int place(List<Part> parts, String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).names().contains(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String ownText(Element element) {
        var text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element)) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString();
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
