package eyebright.freeze;

import java.security.cert.X509Certificate;
import java.util.List;

/// The certificates a reader trusts to vouch for authorities of time. None comes from a study folder: who
/// wrote the folder would vouch for themselves.
///
/// @param certificates roots
public record Authorities(List<X509Certificate> certificates) {

    /// Nobody.
    public static final Authorities NONE = new Authorities(List.of());

    public Authorities {
        certificates = List.copyOf(certificates);
    }
}
