package eyebright.manuscript;

import eyebright.article.FindingView;
import eyebright.chart.Picture;
import eyebright.chart.Table;
import java.util.List;

/// A part of an article that stands by itself. All texts are plain: whoever writes them out escapes them.
public sealed interface Block {

    /// The head of a section.
    ///
    /// @param level 2 or more: 1 is the title of the article
    /// @param id unique in the article, for links
    record Heading(int level, String id, List<Inline> parts) implements Block {
        public Heading {
            parts = List.copyOf(parts);
            if (level < 2 || level > 6) {
                throw new IllegalArgumentException("level must be from 2 to 6, not " + level);
            }
        }
    }

    /// Sentences.
    record Paragraph(List<Inline> parts) implements Block {
        public Paragraph {
            parts = List.copyOf(parts);
        }
    }

    /// A list.
    ///
    /// @param numbered whether its items are counted
    record Items(boolean numbered, List<List<Block>> items) implements Block {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// What somebody else said.
    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /// A picture of a finding.
    ///
    /// @param claim the finding's
    record Pictured(Picture picture, String claim) implements Block {}

    /// A table of numbers.
    ///
    /// @param claim the finding's
    record Tabled(Table table, String claim) implements Block {}

    /// A finding whole: question, answer, picture, doubt.
    record Found(FindingView finding) implements Block {}

    /// Where the references stand that the article cites.
    record References() implements Block {}
}
