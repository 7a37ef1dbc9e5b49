package eyebright.source;

import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/// Counts levels, aliases and documents while a text is parsed, so that no tree is built of one that is too deep: the parser goes
/// without recursion, the tree is built with it.
final class BoundedParser implements Parser {

    private final Parser parser;
    private final int mostLevels;
    private int level;
    private int documents;
    private final int mostAliases;
    private int aliases;
    private final Set<Anchor> anchors = new HashSet<>();

    BoundedParser(Parser parser, int mostLevels, int mostAliases) {
        this.parser = parser;
        this.mostLevels = mostLevels;
        this.mostAliases = mostAliases;
    }

    /// What a text may have only so much of.
    enum Bound {
        LEVELS,
        DOCUMENTS,
        ALIASES
    }

    /// Leaves the parser at the first event beyond a bound.
    static final class OutOfBoundsException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Bound bound;
        private final transient Event event;

        OutOfBoundsException(Bound bound, Event event) {
            super(bound.name(), null, false, false);
            this.bound = bound;
            this.event = event;
        }

        Bound bound() {
            return bound;
        }

        Event event() {
            return event;
        }
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        if (!parser.hasNext()) {
            throw new NoSuchElementException("the text has ended");
        }
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> level++;
            case MappingEnd, SequenceEnd -> level--;
            case DocumentStart -> documents++;
            case Alias, Comment, DocumentEnd, Scalar, StreamEnd, StreamStart -> {}
        }
        if (repeats(event) && ++aliases > mostAliases) {
            throw new OutOfBoundsException(Bound.ALIASES, event);
        }
        if (level > mostLevels) {
            throw new OutOfBoundsException(Bound.LEVELS, event);
        }
        if (documents > 1) {
            throw new OutOfBoundsException(Bound.DOCUMENTS, event);
        }
        return event;
    }

    /// Whether the event is an alias of a list or a mapping. Remembers which anchors are.
    private boolean repeats(Event event) {
        switch (event) {
            case CollectionStartEvent collection -> collection.getAnchor().ifPresent(anchors::add);
            case ScalarEvent scalar -> scalar.getAnchor().ifPresent(anchors::remove);
            default -> {}
        }
        return event instanceof AliasEvent alias && anchors.contains(alias.getAlias());
    }
}
