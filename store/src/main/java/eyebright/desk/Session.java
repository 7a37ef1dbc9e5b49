package eyebright.desk;

import java.util.HexFormat;

/// A researcher who has logged in, by password and code.
///
/// @param id of the session: the hash of its token, in hex. Forms are bound to it
/// @param researcher the random id of the account
/// @param email of the account
public record Session(String id, String researcher, String email) {

    static Session of(byte[] hash, String researcher, String email) {
        return new Session(HexFormat.of().formatHex(hash), researcher, email);
    }

    byte[] hash() {
        return HexFormat.of().parseHex(id);
    }
}
