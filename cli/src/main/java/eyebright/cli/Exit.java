package eyebright.cli;

/// What a command tells the shell.
final class Exit {

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;
    static final int FAILURE = 3;

    private Exit() {}
}
