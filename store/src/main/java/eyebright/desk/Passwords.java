package eyebright.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes passwords by Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP recommends for it, and
/// compares them. Safe for many threads: one thread of its own does the work, one hash after the other. Requests run on
/// virtual threads, which nothing takes the processor away from: a flood of log-ins there would leave none to answer
/// respondents. So a flood takes one core and 19 MiB, and whoever comes when many wait is sent away.
///
/// A hash is written as everywhere: `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`, in base64 without padding. Letters
/// that look alike but are other code points (NFKC) count as the same, so that a password can be typed on any keyboard.
final class Passwords implements AutoCloseable {

    /// As OWASP recommends with two passes.
    static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// How many log-ins wait for the thread, or are with it.
    static final int MOST_WAITING = 32;

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("eyebright-passwords").factory());
    private final AtomicLong workedOut = new AtomicLong();
    private final SecureRandom random;
    private final int memory;
    private final String nobodys;

    /// @param memory for a new hash, in KiB
    Passwords(SecureRandom random, int memory) {
        this.random = random;
        this.memory = memory;
        this.nobodys = write(salt(), new byte[HASH_BYTES]);
    }

    /// The hash of a password, with a fresh salt.
    String hash(String password) {
        byte[] salt = salt();
        return write(salt, argon2(password, salt, memory, PASSES, LANES, HASH_BYTES));
    }

    /// Whether the password has that hash.
    ///
    /// @throws IllegalArgumentException if `hash` was not made by [#hash]
    boolean matches(String password, String hash) {
        Matcher parts = FORM.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalArgumentException("hash must be one of Argon2id, and is not");
        }
        byte[] kept = Base64.getDecoder().decode(parts.group(5));
        byte[] given =
                argon2(
                        password,
                        Base64.getDecoder().decode(parts.group(4)),
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        kept.length);
        return MessageDigest.isEqual(kept, given);
    }

    /// A hash that no password has. Comparing with it takes as long as with any other, so that the time does not tell
    /// whether there is such an account.
    String nobodys() {
        return nobodys;
    }

    /// Takes one of the places of those who wait to log in, if there is one. Who has none should come later; who has one
    /// gives it back by [#leave].
    boolean queueUp() {
        return places.tryAcquire();
    }

    /// Gives a place back.
    void leave() {
        places.release();
    }

    private byte[] salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private String write(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        PASSES,
                        LANES,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    private byte[] argon2(
            String password, byte[] salt, int memory, int passes, int lanes, int length) {
        byte[] bytes =
                Normalizer.normalize(password, Normalizer.Form.NFKC)
                        .getBytes(StandardCharsets.UTF_8);
        return CompletableFuture.supplyAsync(
                        () -> {
                            workedOut.incrementAndGet();
                            return compute(bytes, salt, memory, passes, lanes, length);
                        },
                        thread)
                .join();
    }

    /// How many hashes were worked out, with those of everybody who was answered.
    long workedOut() {
        return workedOut.get();
    }

    /// Ends the thread; what waits is worked out before.
    @Override
    public void close() {
        thread.shutdown();
    }

    static byte[] compute(
            byte[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        var hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
