package eyebright.source;

/// One broken rule at one place of a study folder, and what to do about it.
///
/// @param rule the rule that is broken
/// @param place where, as exactly as the parser knows
/// @param problem what is wrong, naming the offending text: "must be A, not B" or "is not there"
/// @param fix one thing to do, in the words of the file
public record Problem(Rule rule, Place place, String problem, String fix) {

    /// What problems name may come from a table of anybody, whose texts hold any character, and is printed in a terminal.
    public Problem {
        problem = Characters.harmless(problem);
        fix = Characters.harmless(fix);
    }

    /// Three lines, made to be read in a terminal and matched by an editor.
    ///
    /// @param folder what to write before the file, such as `studies/tears`; empty for nothing
    public String print(String folder) {
        String before = folder.isEmpty() ? "" : folder + "/";
        return """
        %s%s: %s: %s [%s]
          fix: %s
          see: docs/problems/%s.md\
        """
                .formatted(
                        before,
                        place,
                        rule.severity().word(),
                        problem,
                        rule.slug(),
                        fix,
                        rule.slug());
    }

    @Override
    public String toString() {
        return print("");
    }
}
