package eyebright.freeze;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// An authority of time for tests, which stamps whatever it is given.
final class Authority {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final String SIGNED_BY = "SHA256withECDSA";
    private static final String POLICY = "1.2.3.4.1";

    private final KeyPair keys;
    private final X509Certificate root;
    private final X509Certificate signer;

    private Authority(KeyPair keys, X509Certificate root, X509Certificate signer) {
        this.keys = keys;
        this.root = root;
        this.signer = signer;
    }

    static Authority make() throws Exception {
        return make(true);
    }

    /// @param isForTimeStamps whether its certificate says that it is one
    static Authority make(boolean isForTimeStamps) throws Exception {
        KeyPair rootKeys = keys();
        KeyPair keys = keys();
        var rootName = new X500Name("CN=Root of the tests");
        X509Certificate root =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                rootName,
                                                BigInteger.ONE,
                                                Date.from(NOW.minus(Duration.ofDays(100))),
                                                Date.from(NOW.plus(Duration.ofDays(1000))),
                                                rootName,
                                                rootKeys.getPublic())
                                        .addExtension(
                                                Extension.basicConstraints,
                                                true,
                                                new BasicConstraints(true))
                                        .build(
                                                new JcaContentSignerBuilder(SIGNED_BY)
                                                        .build(rootKeys.getPrivate())));
        var signed =
                new JcaX509v3CertificateBuilder(
                        rootName,
                        BigInteger.TWO,
                        Date.from(NOW.minus(Duration.ofDays(10))),
                        Date.from(NOW.plus(Duration.ofDays(100))),
                        new X500Name("CN=Clock of the tests,O=Example “University”"),
                        keys.getPublic());
        signed.addExtension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(
                        isForTimeStamps
                                ? KeyPurposeId.id_kp_timeStamping
                                : KeyPurposeId.id_kp_emailProtection));
        X509Certificate signer =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                signed.build(
                                        new JcaContentSignerBuilder(SIGNED_BY)
                                                .build(rootKeys.getPrivate())));
        return new Authority(keys, root, signer);
    }

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    Authorities trusted() {
        return new Authorities(List.of(root));
    }

    /// A token of a text, with the certificate of the signer in it.
    byte[] stamp(String text, Instant time) throws Exception {
        return stamp(NISTObjectIdentifiers.id_sha256, "SHA-256", text, time, true);
    }

    byte[] stampBySha1(String text) throws Exception {
        return stamp(OIWObjectIdentifiers.idSHA1, "SHA-1", text, NOW, true);
    }

    byte[] stampBySha512(String text) throws Exception {
        return stamp(NISTObjectIdentifiers.id_sha512, "SHA-512", text, NOW, true);
    }

    byte[] stampWithoutCertificate(String text) throws Exception {
        return stamp(NISTObjectIdentifiers.id_sha256, "SHA-256", text, NOW, false);
    }

    private byte[] stamp(
            ASN1ObjectIdentifier hash,
            String algorithm,
            String text,
            Instant time,
            boolean withCertificate)
            throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var generator =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build(SIGNED_BY, keys.getPrivate(), signer),
                        digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                        new ASN1ObjectIdentifier(POLICY));
        if (withCertificate) {
            generator.addCertificates(new JcaCertStore(List.of(signer)));
        }
        var request = new TimeStampRequestGenerator();
        request.setCertReq(withCertificate);
        byte[] imprint =
                MessageDigest.getInstance(algorithm)
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return generator
                .generate(request.generate(hash, imprint), BigInteger.TEN, Date.from(time))
                .getEncoded();
    }
}
