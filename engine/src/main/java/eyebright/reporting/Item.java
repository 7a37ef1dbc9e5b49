package eyebright.reporting;

import java.util.function.Function;

/// Something that readers must be told.
///
/// @param id the key in `reporting.yaml`, such as `incentives`
/// @param topic in a word or two
/// @param asks what is to be told, for the author: a phrase
/// @param known what the folder and the answers say to it
record Item(String id, String topic, String asks, Function<Basis, Known> known) {

    /// An item of which only the author knows.
    static Item ofAuthor(String id, String topic, String asks) {
        return new Item(id, topic, asks, _ -> new Known.Nothing());
    }

    /// An item of which everything is known.
    static Item whole(String id, String topic, String asks, Function<Basis, String> text) {
        return new Item(id, topic, asks, basis -> new Known.Whole(text.apply(basis)));
    }

    /// An item of which something is known.
    static Item partly(String id, String topic, String asks, Function<Basis, String> text) {
        return new Item(id, topic, asks, basis -> new Known.Partly(text.apply(basis)));
    }
}
