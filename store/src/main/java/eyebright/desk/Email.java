package eyebright.desk;

import java.util.Locale;
import java.util.regex.Pattern;

/// An address as accounts are named by it: in lower case, without blanks around it. Whether it is somebody's is not
/// asked; nothing is sent there.
final class Email {

    private static final int MOST = 254;
    private static final Pattern FORM =
            Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)*");

    private Email() {}

    /// The address as it is kept.
    ///
    /// @throws IllegalArgumentException if it is none
    static String of(String typed) {
        String email = plain(typed);
        if (email.length() > MOST || !FORM.matcher(email).matches()) {
            throw new IllegalArgumentException(
                    "an e-mail address must be such as ada@example.org, not \"%s\""
                            .formatted(typed));
        }
        return email;
    }

    /// What was typed as it is looked for; it need not be an address.
    static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
