package eyebright.rehearsal;

import eyebright.frame.Frame;
import eyebright.respondents.Gap;
import java.util.List;

/// Where the respondents of one scenario come from. Safe for many threads.
interface Drawing {

    /// The respondents of a replicate, as a study would get them: some skip, some are careless. The first hundred of
    /// a thousand are the hundred.
    ///
    /// @param replicate from 1
    Frame frame(long replicate, int respondents);

    /// Respondents who answer everything with care, of whom the study is true.
    ///
    /// @param part from 0; each is of other respondents
    Frame careful(long part, int respondents);

    /// What is wished of them and cannot be had together.
    List<Gap> gaps();
}
