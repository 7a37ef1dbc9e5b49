package eyebright.manuscript;

import java.util.List;

/// The tree of an article in plain letters, for tests.
public final class Plain {

    private Plain() {}

    /// Blocks, one a line.
    public static String of(List<Block> blocks) {
        var text = new StringBuilder();
        blocks.forEach(block -> text.append(of(block)).append('\n'));
        return text.toString().strip().replace('\u00a0', '~');
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Heading(int level, String id, List<Inline> parts) ->
                    "#".repeat(level) + " " + line(parts) + " #" + id;
            case Block.Paragraph(List<Inline> parts) -> line(parts);
            case Block.Items(boolean numbered, List<List<Block>> items) ->
                    items.stream()
                            .map(item -> (numbered ? "1. " : "- ") + of(item))
                            .reduce((a, b) -> a + "\n" + b)
                            .orElse("");
            case Block.Quote(List<Block> inner) -> "> " + of(inner);
            case Block.Pictured(_, String claim) -> "[picture of %s]".formatted(claim);
            case Block.Tabled(_, String claim) -> "[table of %s]".formatted(claim);
            case Block.Found(var finding) -> "[finding %s]".formatted(finding.id());
            case Block.References _ -> "[references]";
        };
    }

    private static String line(List<Inline> parts) {
        var text = new StringBuilder();
        for (Inline part : parts) {
            text.append(
                    switch (part) {
                        case Inline.Text(String words) -> words;
                        case Inline.Emphasis(List<Inline> inner) -> "*" + line(inner) + "*";
                        case Inline.Strong(List<Inline> inner) -> "**" + line(inner) + "**";
                        case Inline.Link(String address, List<Inline> inner) ->
                                "[%s](%s)".formatted(line(inner), address);
                        case Inline.Told(List<Inline> inner, String claim) ->
                                "%s<%s>".formatted(line(inner), claim);
                        case Inline.Open(String why) -> "[open: %s]".formatted(why);
                        case Inline.Cited(List<String> keys, boolean narrative) ->
                                (narrative ? "@" : "[@]") + keys;
                        case Inline.Break _ -> "\\n";
                    });
        }
        return text.toString();
    }
}
