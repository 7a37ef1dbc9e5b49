package eyebright.freeze;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a time stamp (RFC 3161) says of an entry, after its signature and its imprint were found right.
///
/// @param time when the entry existed, as the authority says
/// @param authority the subject of the certificate that signed it
/// @param trust whether that certificate was traced to one the reader trusts
public record TimeStamp(Instant time, String authority, Trust trust) {

    public TimeStamp {
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Whose word it is that the signer is an authority.
    public enum Trust {
        /// The chain of certificates ends at one that the reader gave.
        TRUSTED("trusted"),
        /// The reader gave certificates, and the chain ends at none of them.
        NOT_TRACED("not-traced"),
        /// The token is whole in itself; nobody has said whether its signer is to be trusted.
        SELF_CONSISTENT("self-consistent");

        private final String word;

        Trust(String word) {
            this.word = word;
        }

        /// The word in JSON.
        public String word() {
            return word;
        }

        /// The one of that word.
        public static java.util.Optional<Trust> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(each -> each.word.equals(word))
                    .findFirst();
        }
    }

    /// In a sentence.
    public String inWords() {
        return switch (trust) {
            case TRUSTED ->
                    "A time stamp by “%s” confirms that it existed at %s."
                            .formatted(authority, time);
            case NOT_TRACED ->
                    "A time stamp signed by “%s” says that it existed at %s; its signature is right, and its certificate could not be traced to one that is trusted."
                            .formatted(authority, time);
            case SELF_CONSISTENT ->
                    "A time stamp signed by “%s” says that it existed at %s; its signature is right, and whether the signer is to be trusted was not checked."
                            .formatted(authority, time);
        };
    }
}
