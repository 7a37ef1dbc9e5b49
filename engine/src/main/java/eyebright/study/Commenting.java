package eyebright.study;

import java.util.Map;

/// Whether readers may comment on the article of a study and on its findings.
public enum Commenting {
    /// They may; researchers read each comment before it appears.
    OPEN,
    /// What was said stays to be read; nothing more is taken.
    CLOSED,
    /// There is no discussion.
    NONE;

    /// As `study.yaml` says it.
    static final Map<String, Commenting> WORDS = Map.of("yes", OPEN, "closed", CLOSED, "no", NONE);
}
