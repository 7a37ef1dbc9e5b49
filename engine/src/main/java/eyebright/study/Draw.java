package eyebright.study;

import eyebright.source.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// The random orders one respondent sees, drawn from the respondent's random id alone: the same on every
/// device and after every resume, on every machine and in every version.
///
/// Each order has its own stream: SHA-256 of `eyebright order 1`, the id, what is ordered and a counter,
/// read as unsigned 64-bit numbers. A bounded draw rejects what would bias it; the shuffle is
/// Fisher-Yates from the end. `DrawTest` holds vectors.
public final class Draw {

    private final String respondent;

    private Draw(String respondent) {
        this.respondent = respondent;
    }

    /// The draws of the respondent with that id.
    public static Draw of(String respondent) {
        return new Draw(respondent);
    }

    /// All pages, with the random blocks in drawn order: each stands where, as written, some block
    /// stands.
    public List<Page> pages(Study study) {
        return pages(study, shuffled("blocks", study.randomBlocks()));
    }

    /// All pages with these blocks in that order; the others stay where they are written.
    static List<Page> pages(Study study, List<String> blocks) {
        if (blocks.isEmpty()) {
            return study.pages();
        }
        Map<String, List<Page>> byBlock = new LinkedHashMap<>();
        for (Page page : study.pages()) {
            page.block()
                    .filter(blocks::contains)
                    .ifPresent(
                            block ->
                                    byBlock.computeIfAbsent(block, _ -> new ArrayList<>())
                                            .add(page));
        }
        // The slots are taken in the order in which the blocks are written.
        List<String> written = List.copyOf(byBlock.keySet());
        var pages = new ArrayList<Page>();
        for (Page page : study.pages()) {
            String block = page.block().orElse("");
            if (!byBlock.containsKey(block)) {
                pages.add(page);
            } else if (byBlock.get(block).getFirst().id().equals(page.id())) {
                pages.addAll(byBlock.get(blocks.get(written.indexOf(block))));
            }
        }
        return Collections.unmodifiableList(pages);
    }

    /// The options as shown; those that stand alone stay last, as written.
    public List<Option> options(Question question) {
        Order order =
                switch (question) {
                    case Question.OneOf one -> one.order();
                    case Question.SeveralOf several -> several.order();
                    case Question.Rating _,
                            Question.Rate _,
                            Question.Count _,
                            Question.Quantity _,
                            Question.OneIn _,
                            Question.Words _,
                            Question.Statement _ ->
                            Order.AS_WRITTEN;
                };
        List<Option> options = question.optionsOrNone();
        if (order == Order.AS_WRITTEN) {
            return options;
        }
        var shown =
                new ArrayList<>(
                        shuffled(
                                "options:" + question.id(),
                                options.stream().filter(option -> !option.alone()).toList()));
        options.stream().filter(Option::alone).forEach(shown::add);
        return shown;
    }

    /// The items as shown.
    public List<Item> items(Question.Rate rate) {
        return rate.order() == Order.AS_WRITTEN
                ? rate.items()
                : shuffled("items:" + rate.id(), rate.items());
    }

    /// The questions of a page as shown.
    public List<Question> questions(Page page) {
        return page.order() == Order.AS_WRITTEN
                ? page.questions()
                : shuffled("questions:" + page.id(), page.questions());
    }

    /// The drawn orders of a page in words for the log, such as `felt=joy,sadness,none`; empty where
    /// nothing was drawn.
    public String shown(Page page) {
        var shown = new StringJoiner(" ");
        if (page.order() == Order.RANDOM) {
            shown.add("page=" + joined(questions(page).stream().map(Question::id).toList()));
        }
        for (Question question : page.questions()) {
            switch (question) {
                case Question.OneOf one when one.order() == Order.RANDOM ->
                        shown.add(one.id() + "=" + codes(one));
                case Question.SeveralOf several when several.order() == Order.RANDOM ->
                        shown.add(several.id() + "=" + codes(several));
                case Question.Rate rate when rate.order() == Order.RANDOM ->
                        shown.add(
                                rate.id()
                                        + "="
                                        + joined(items(rate).stream().map(Item::code).toList()));
                case Question.OneOf _,
                        Question.SeveralOf _,
                        Question.Rate _,
                        Question.Rating _,
                        Question.Count _,
                        Question.Quantity _,
                        Question.OneIn _,
                        Question.Words _,
                        Question.Statement _ -> {}
            }
        }
        return shown.toString();
    }

    private String codes(Question question) {
        return joined(options(question).stream().map(Option::code).toList());
    }

    private static String joined(List<String> parts) {
        return String.join(",", parts);
    }

    /// Parts in the order drawn for what they are: Fisher-Yates from the end.
    ///
    /// @param what is ordered, which has a stream of its own
    public <T> List<T> shuffled(String what, List<T> parts) {
        var shuffled = new ArrayList<>(parts);
        var stream = new Stream(respondent, what);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, stream.below(last + 1));
        }
        return Collections.unmodifiableList(shuffled);
    }

    /// Unsigned 64-bit numbers from a hash of a counter.
    private static final class Stream {
        private final String key;
        private long counter;

        Stream(String respondent, String what) {
            key = "eyebright order 1\n" + respondent + "\n" + what + "\n";
        }

        /// A whole number from 0 to `bound` - 1, each equally likely.
        int below(int bound) {
            // 2^64 is no multiple of the bound: the lowest numbers, by which it is too large, are
            // drawn again.
            long reject = Long.remainderUnsigned(-bound, bound);
            long draw = next();
            while (Long.compareUnsigned(draw, reject) < 0) {
                draw = next();
            }
            return (int) Long.remainderUnsigned(draw, bound);
        }

        private long next() {
            byte[] hash =
                    Sha256.digest().digest((key + counter++).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        }
    }
}
