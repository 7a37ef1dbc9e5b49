package eyebright.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The variables an expression may read, for checking before anything runs.
public interface Vocabulary {

    /// What that variable is, if it is one.
    Optional<Meaning> meaning(String variable);

    /// All names, for saying which is nearest to a wrong one.
    Collection<String> names();

    /// What a variable is.
    ///
    /// @param type of its values
    /// @param codes the texts it can be, where these are known; else empty
    record Meaning(Type type, List<String> codes) {
        public Meaning {
            codes = List.copyOf(codes);
        }
    }
}
