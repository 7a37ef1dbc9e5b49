package eyebright.server.talk;

import eyebright.discussion.Comment;
import eyebright.discussion.Conversation;
import eyebright.discussion.Conversation.Opening;
import eyebright.discussion.Discussion;
import eyebright.discussion.Role;
import eyebright.discussion.Topic;
import eyebright.method.Day;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Fielded;
import eyebright.study.Commenting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Which articles and findings have a discussion, and how it is shown.
public final class Talks {

    private final Discussion discussion;
    private final Publishing publishing;

    Talks(Discussion discussion, Publishing publishing) {
        this.discussion = discussion;
        this.publishing = publishing;
    }

    /// What a comment is about, as pages name it.
    ///
    /// @param words the title of the article, or the question of the finding
    /// @param path its page
    public record Subject(Topic topic, String words, String path) {
        /// As it stands inside a sentence.
        public String inSentence() {
            return topic.isArticle() ? "the article" : words;
        }

        /// Where its discussion stands.
        public String discussion() {
            return path + "#discussion";
        }

        /// Where a comment on it appears.
        String place() {
            return topic.isArticle() ? "under the article" : "under “%s”".formatted(words);
        }

        /// The way back to it.
        String back() {
            return topic.isArticle() ? "Back to the article" : "Back to the finding";
        }
    }

    /// Whether a study takes comments. Where it does not say, it does if it has an article.
    public static Commenting commenting(Fielded fielded) {
        return fielded.study()
                .commenting()
                .orElse(
                        fielded.folder().manuscripts().article().isPresent()
                                ? Commenting.OPEN
                                : Commenting.NONE);
    }

    /// What a form or an address names, where it can be discussed.
    public Optional<Subject> subject(Fielded fielded, String about) {
        if (commenting(fielded) == Commenting.NONE) {
            return Optional.empty();
        }
        Topic article = Topic.article(fielded.name());
        if (about.equals(article.about())) {
            return fielded.folder()
                    .manuscripts()
                    .article()
                    .map(_ -> new Subject(article, "The article", path(article)));
        }
        return publishing.of(fielded).findings().findings().stream()
                .filter(each -> Topic.finding(fielded.name(), each.id()).about().equals(about))
                .findFirst()
                .map(
                        each ->
                                new Subject(
                                        Topic.finding(fielded.name(), each.id()),
                                        each.question(),
                                        path(Topic.finding(fielded.name(), each.id()))));
    }

    /// The discussion under an article or a finding; absent where there is none.
    public Optional<Talk> of(Fielded fielded, Topic topic) {
        Commenting commenting = commenting(fielded);
        if (commenting == Commenting.NONE) {
            return Optional.empty();
        }
        List<Conversation> all = discussion.conversations(topic);
        boolean isOpen = commenting == Commenting.OPEN;
        int count = all.stream().mapToInt(Conversation::size).sum();
        return Optional.of(
                new Talk(
                        count(count, isOpen),
                        isOpen ? Optional.of(write(topic)) : Optional.empty(),
                        all.stream().map(each -> strand(each, isOpen)).toList()));
    }

    private static String count(int count, boolean isOpen) {
        String comments =
                switch (count) {
                    case 0 -> "No comments yet.";
                    case 1 -> "One comment.";
                    default -> "%,d comments.".formatted(count);
                };
        if (isOpen) {
            return comments + " The researchers read each one before it appears here.";
        }
        return (count == 0 ? "" : comments + " ") + "The discussion is closed.";
    }

    private static Talk.Strand strand(Conversation conversation, boolean isOpen) {
        return new Talk.Strand(
                conversation.id().hex(),
                conversation.opening() instanceof Opening.Shown(Comment comment)
                        ? Optional.of(voice(comment, isOpen))
                        : Optional.empty(),
                conversation.opening() instanceof Opening.Absent(Conversation.Why why)
                        ? gone(why)
                        : "",
                conversation.answers().stream().map(answer -> voice(answer, isOpen)).toList());
    }

    private static String gone(Conversation.Why why) {
        return switch (why) {
            case REMOVED_BY_AUTHOR -> "This comment was removed by its author.";
            case REMOVED_BY_RESEARCHERS -> "This comment was removed by the researchers.";
            case CHANGED ->
                    "This comment was changed by its author. The researchers read it again before it appears.";
        };
    }

    private static Talk.Voice voice(Comment comment, boolean isOpen) {
        String id = comment.id().hex();
        return voice(
                comment,
                isOpen ? Optional.of(write(comment.topic()) + "&answers=" + id) : Optional.empty(),
                comment.isByResearcher()
                        ? Optional.empty()
                        : Optional.of(
                                "/%s/discussion/report/%s".formatted(comment.topic().study(), id)));
    }

    /// A comment as it stands on a page of its own, with nothing to press.
    static Talk.Voice alone(Comment comment) {
        return voice(comment, Optional.empty(), Optional.empty());
    }

    private static Talk.Voice voice(
            Comment comment, Optional<String> answer, Optional<String> report) {
        return new Talk.Voice(
                comment.id().hex(),
                name(comment),
                role(comment),
                comment.isByResearcher(),
                Day.inWords(comment.day()),
                CommentMarkdown.html(comment.text()),
                answer,
                report);
    }

    private static String name(Comment comment) {
        if (!comment.name().isEmpty()) {
            return comment.name();
        }
        return comment.isByResearcher() ? "The researchers" : "Anonymous";
    }

    private static String role(Comment comment) {
        if (!comment.isByResearcher()) {
            return role(comment.role());
        }
        return comment.name().isEmpty() ? "of this study" : "researcher of this study";
    }

    /// What somebody says they are, in words.
    public static String role(Role role) {
        return switch (role) {
            case THERAPIST -> "therapist";
            case CLIENT -> "client";
            case BOTH -> "therapist and client";
            case RESEARCHER -> "researcher";
            case OTHER -> "someone else";
        };
    }

    /// The page that a discussion stands on.
    static String path(Topic topic) {
        return topic.isArticle()
                ? "/" + topic.study() + "/article"
                : "/%s/findings/%s".formatted(topic.study(), topic.claim());
    }

    private static String write(Topic topic) {
        return "/%s/discussion/write?about=%s"
                .formatted(topic.study(), URLEncoder.encode(topic.about(), StandardCharsets.UTF_8));
    }
}
