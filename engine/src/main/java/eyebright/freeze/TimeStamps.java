package eyebright.freeze;

import eyebright.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Reads time stamps of RFC 3161 and finds whether they are of an entry.
///
/// A token is right if its imprint is the hash of the entry, its signature is that of the certificate in
/// it, and this certificate is one for time stamps that was valid at that time. Whether an authority
/// stands behind it is another question, which only a root that the reader gives can answer.
public final class TimeStamps {

    /// What an entry's text may be hashed by; the first is what `entry.sha256` gives.
    private static final List<String> HASHES = List.of("SHA-256", "SHA-384", "SHA-512");

    private static final List<String> HASH_IDS =
            List.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    private TimeStamps() {}

    /// What reading a time stamp came to.
    public sealed interface Reading {

        /// It is of that text.
        record Valid(TimeStamp stamp) implements Reading {}

        /// It is not, or is no time stamp.
        ///
        /// @param why in a sentence without its full stop
        record Invalid(String why) implements Reading {}
    }

    /// Reads a token, or the answer of an authority that holds one.
    ///
    /// @param bytes as `openssl ts -reply` or an authority gives them (DER)
    /// @param text what it must be of
    /// @param trusted whom the reader trusts
    public static Reading read(byte[] bytes, String text, Authorities trusted) {
        TimeStampToken token;
        try {
            token = token(bytes);
        } catch (IOException | TSPException | CMSException | IllegalArgumentException _) {
            return new Reading.Invalid("the time stamp must be a token of RFC 3161 (DER)");
        }
        int hash = HASH_IDS.indexOf(token.getTimeStampInfo().getMessageImprintAlgOID().getId());
        if (hash < 0) {
            return new Reading.Invalid(
                    "the time stamp must be of a SHA-256, SHA-384 or SHA-512 hash, not of another");
        }
        if (!MessageDigest.isEqual(
                digest(HASHES.get(hash), text),
                token.getTimeStampInfo().getMessageImprintDigest())) {
            return new Reading.Invalid(
                    "the time stamp is of another text: its imprint is %s…, and the hash of the entry is %s…"
                            .formatted(
                                    start(token.getTimeStampInfo().getMessageImprintDigest()),
                                    start(digest(HASHES.get(hash), text))));
        }
        return signed(token, trusted);
    }

    private static Reading signed(TimeStampToken token, Authorities trusted) {
        Collection<X509CertificateHolder> signers =
                token.getCertificates().getMatches(null).stream()
                        .filter(token.getSID()::match)
                        .toList();
        if (signers.isEmpty()) {
            return new Reading.Invalid(
                    "the time stamp holds no certificate of its signer; ask for one with it (openssl ts -query -cert)");
        }
        X509CertificateHolder signer = signers.iterator().next();
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPException | OperatorCreationException | GeneralSecurityException invalid) {
            return new Reading.Invalid(
                    "the signature of the time stamp is not right: " + reason(invalid));
        }
        var stamp =
                new TimeStamp(
                        token.getTimeStampInfo().getGenTime().toInstant(),
                        name(signer),
                        trust(token, signer, trusted));
        return new Reading.Valid(stamp);
    }

    private static TimeStampToken token(byte[] bytes)
            throws IOException, TSPException, CMSException {
        try {
            TimeStampToken answered = new TimeStampResponse(bytes).getTimeStampToken();
            if (answered != null) {
                return answered;
            }
        } catch (IOException | TSPException | IllegalArgumentException | ClassCastException _) {
            // Not the answer of an authority; it may be the bare token.
        }
        return new TimeStampToken(new CMSSignedData(bytes));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + algorithm, impossible);
        }
    }

    private static String start(byte[] hash) {
        return Sha256.hex(Arrays.copyOf(hash, 6));
    }

    private static String reason(Exception invalid) {
        String message = invalid.getMessage();
        return message == null ? invalid.getClass().getSimpleName() : message;
    }

    /// The common name and the organisation, without characters that a terminal obeys.
    private static String name(X509CertificateHolder signer) {
        var parts = new ArrayList<String>();
        for (var kind : List.of(BCStyle.CN, BCStyle.O)) {
            Arrays.stream(signer.getSubject().getRDNs(kind))
                    .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                    .forEach(parts::add);
        }
        String name = parts.isEmpty() ? signer.getSubject().toString() : String.join(", ", parts);
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}“”]", "?");
    }

    /// Whether a chain leads from the signer to a certificate that is trusted, at the time of the stamp.
    private static TimeStamp.Trust trust(
            TimeStampToken token, X509CertificateHolder signer, Authorities trusted) {
        if (trusted.certificates().isEmpty()) {
            return TimeStamp.Trust.SELF_CONSISTENT;
        }
        try {
            var converter = new JcaX509CertificateConverter();
            var held = new ArrayList<X509Certificate>();
            for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
                held.add(converter.getCertificate(each));
            }
            var wanted = new X509CertSelector();
            wanted.setCertificate(converter.getCertificate(signer));
            Set<TrustAnchor> anchors =
                    trusted.certificates().stream()
                            .map(each -> new TrustAnchor(each, null))
                            .collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            // Lists of what was revoked are on the network, which a check of a folder does not ask.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(token.getTimeStampInfo().getGenTime().toInstant()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(held)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return TimeStamp.Trust.TRUSTED;
        } catch (GeneralSecurityException _) {
            return TimeStamp.Trust.NOT_TRACED;
        }
    }

    /// The certificates of a file (PEM or DER), for [Authorities].
    ///
    /// @throws IOException if it cannot be read, or holds something else
    public static Authorities authorities(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var certificates = new ArrayList<X509Certificate>();
            CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .forEach(certificates::add);
            return new Authorities(certificates);
        } catch (GeneralSecurityException notCertificates) {
            throw new IOException(file + " must hold certificates (PEM)", notCertificates);
        }
    }
}
