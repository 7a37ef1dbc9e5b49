package eyebright.database;

/// A job that is not done, and that would not be done a second time either. Thrown before anything of it is
/// written; whoever is written together with it is not harmed.
public abstract class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message what is refused, and why
    protected RefusedException(String message) {
        super(message);
    }
}
