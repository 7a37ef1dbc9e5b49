package eyebright.server.talk;

import eyebright.discussion.Comment;
import eyebright.discussion.Draft;
import eyebright.discussion.Role;
import eyebright.server.page.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The fields of a comment as they stand in a form, with what is wrong with them.
///
/// @param role the word of a [Role]; empty while none is chosen
record CommentForm(
        String text, String name, String role, String email, List<Complaint> complaints) {

    CommentForm {
        complaints = List.copyOf(complaints);
    }

    /// What is wrong.
    ///
    /// @param field the id of what it is about
    record Complaint(String field, String sentence) {}

    /// A role to choose.
    record Choice(String word, String label, boolean isChosen) {}

    /// Nothing typed yet.
    static CommentForm empty() {
        return new CommentForm("", "", "", "", List.of());
    }

    /// What was sent before.
    static CommentForm of(Comment comment, Optional<String> email) {
        return new CommentForm(
                comment.text(), comment.name(), comment.role().word(), email.orElse(""), List.of());
    }

    /// What came with a form.
    static CommentForm of(Form form) {
        var complaints = new ArrayList<Complaint>();
        String text = form.first("text");
        String name = form.first("name");
        String role = form.first("role");
        String email = form.first("email").strip();
        int length = Draft.length(text.strip());
        if (length == 0) {
            complaints.add(new Complaint("text", "Write your comment."));
        }
        if (length > Draft.LONGEST_TEXT) {
            complaints.add(
                    new Complaint(
                            "text",
                            "Your comment has %,d characters. Shorten it to %,d."
                                    .formatted(length, Draft.LONGEST_TEXT)));
        }
        if (Draft.length(name.strip()) > Draft.LONGEST_NAME) {
            complaints.add(
                    new Complaint(
                            "name",
                            "Shorten the name to %d characters.".formatted(Draft.LONGEST_NAME)));
        }
        if (Role.of(role).isEmpty()) {
            complaints.add(
                    new Complaint(
                            "role", "Choose one: therapist, client, both, researcher or other."));
        }
        if (!email.isEmpty() && !Draft.isEmail(email)) {
            complaints.add(
                    new Complaint(
                            "email",
                            "Write an e-mail address such as name@example.org, or leave it empty."));
        }
        return new CommentForm(text, name, role, email, complaints);
    }

    /// The roles to choose from.
    List<Choice> choices() {
        return Arrays.stream(Role.values())
                .map(each -> new Choice(each.word(), label(each), each.word().equals(role)))
                .toList();
    }

    private static String label(Role role) {
        return switch (role) {
            case THERAPIST -> "Therapist";
            case CLIENT -> "Client, now or before";
            case BOTH -> "Both";
            case RESEARCHER -> "Researcher";
            case OTHER -> "Other";
        };
    }

    /// What is wrong with that field, or nothing.
    String complaint(String field) {
        return complaints.stream()
                .filter(each -> each.field().equals(field))
                .map(Complaint::sentence)
                .findFirst()
                .orElse("");
    }

    /// What is to be kept; absent if the text is of characters alone that nobody sees.
    ///
    /// @throws IllegalStateException if there are complaints
    Optional<Draft> draft() {
        if (!complaints.isEmpty()) {
            throw new IllegalStateException("a form with complaints is not kept");
        }
        try {
            return Optional.of(
                    new Draft(name, Role.of(role).orElseThrow(), text, Optional.of(email)));
        } catch (IllegalArgumentException unseen) {
            return Optional.empty();
        }
    }

    /// The same, with a complaint more.
    CommentForm with(Complaint complaint) {
        var more = new ArrayList<>(complaints);
        more.add(complaint);
        return new CommentForm(text, name, role, email, more);
    }
}
