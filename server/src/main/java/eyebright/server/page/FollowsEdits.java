package eyebright.server.page;

/// Holds something that was made of a study's folder, and makes it anew when a preview finds the folder edited. Every bean of a
/// room that does is told.
public interface FollowsEdits {

    /// The folder was edited: nothing that was made of its earlier text stays.
    ///
    /// @param fielded as it is now
    void edited(Fielded fielded);
}
