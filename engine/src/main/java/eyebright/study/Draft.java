package eyebright.study;

import eyebright.source.Fields;
import eyebright.source.Node;
import java.util.List;
import java.util.Optional;

/// A page with the places of what can only be checked once all pages are known. Used while reading.
///
/// @param fields its keys
/// @param page what was read
/// @param showIf where its condition stands
/// @param expectations where the condition of each of its expectations stands
/// @param sentences where what is said then stands; may pipe answers of the page itself
/// @param texts the texts that may pipe answers of earlier pages
record Draft(
        Fields fields,
        Page page,
        Optional<Node.Scalar> showIf,
        List<Node.Scalar> expectations,
        List<Node.Scalar> sentences,
        List<Node.Scalar> texts) {}
