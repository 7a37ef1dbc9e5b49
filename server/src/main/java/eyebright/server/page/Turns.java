package eyebright.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Lets only a few pages be made at once, and those of who is answering always.
///
/// Java runs virtual threads in the order in which they can go on, and takes the processor from none of them: where a
/// thousand pages are asked for at once, somebody's answers would wait behind all of them. So whoever reads waits here
/// for a turn, without the processor. It ends when the page is made: who is slow to take it holds up nobody. And there are
/// more carriers than turns, since one that has work of its own does not look for what other threads have finished, such
/// as a save that is on the disk; the system shares the processors among them.
public final class Turns implements HandlerInterceptor {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /// As many as keep the processors busy while some wait for the database.
    private static final int MANY = 2 * PROCESSORS;

    private static final String TURN = Turns.class.getName();

    /// No reader waits so long unless somebody means harm.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore turns;
    private final Duration patience;

    Turns() {
        this(MANY, PATIENCE);
    }

    /// @param many how many pages are made at once
    /// @param patience how long each may wait for it
    Turns(int many, Duration patience) {
        turns = new Semaphore(many, true);
        this.patience = patience;
    }

    /// Asks java for more carriers than there are turns. Does nothing once the process has had a virtual thread, or where
    /// somebody has said how many.
    public static void prepare() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(2 * MANY));
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (handler instanceof HandlerMethod method
                && makesPage(method)
                && !method.getBeanType().isAnnotationPresent(GoesFirst.class)) {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stop.Busy();
            }
            request.setAttribute(TURN, new Turn(turns, new AtomicBoolean()));
        }
        return true;
    }

    /// Files are sent as they are, and may be long.
    private static boolean makesPage(HandlerMethod method) {
        return ModelAndView.class.isAssignableFrom(method.getReturnType().getParameterType());
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception fault) {
        end(request);
    }

    /// The page that was asked for is made, and only goes out now. Does nothing where none had a turn, or it has ended.
    static void end(HttpServletRequest request) {
        if (request.getAttribute(TURN) instanceof Turn turn
                && turn.over().compareAndSet(false, true)) {
            turn.turns().release();
        }
    }

    private record Turn(Semaphore turns, AtomicBoolean over) {}
}
