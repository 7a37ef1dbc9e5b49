package eyebright.source;

import java.util.NoSuchElementException;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/// Counts levels while a text is parsed, so that no tree is built of one that is too deep: the parser goes
/// without recursion, the tree is built with it.
final class BoundedParser implements Parser {

    private final Parser parser;
    private final int mostLevels;
    private int level;

    BoundedParser(Parser parser, int mostLevels) {
        this.parser = parser;
        this.mostLevels = mostLevels;
    }

    /// Leaves the parser at the first value that lies too deep.
    static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Event event;

        TooDeepException(Event event) {
            super("too deep", null, false, false);
            this.event = event;
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
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> {}
        }
        if (level > mostLevels) {
            throw new TooDeepException(event);
        }
        return event;
    }
}
