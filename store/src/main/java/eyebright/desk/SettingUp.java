package eyebright.desk;

/// What a link offers to set up.
public final class SettingUp {

    private final String email;
    private final byte[] secret;

    SettingUp(String email, byte[] secret) {
        this.email = email;
        this.secret = secret;
    }

    /// Whose account it is.
    public String email() {
        return email;
    }

    /// The secret for the phone that makes the codes; a copy.
    public byte[] secret() {
        return secret.clone();
    }
}
