package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;

class TurnsTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    static final class Reading {
        public ModelAndView page() {
            return new ModelAndView("page");
        }

        public byte[] file() {
            return new byte[0];
        }
    }

    @GoesFirst
    static final class Answering {
        public ModelAndView page() {
            return new ModelAndView("page");
        }
    }

    /// Holds attributes, and can nothing else.
    private static HttpServletRequest request() {
        var attributes = new HashMap<Object, Object>();
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        TurnsTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "setAttribute" ->
                                            attributes.put(arguments[0], arguments[1]);
                                    case "getAttribute" -> attributes.get(arguments[0]);
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        TurnsTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (_, _, _) -> {
                            throw new UnsupportedOperationException();
                        });
    }

    private static HttpServletRequest asked(Turns turns, Object controller, String method)
            throws Exception {
        var request = request();
        assertThat(turns.preHandle(request, response(), new HandlerMethod(controller, method)))
                .isTrue();
        return request;
    }

    @Test
    void whoReadsWaitsAndWhoAnswersDoesNot() throws Exception {
        var turns = new Turns(1, SOON);
        HttpServletRequest first = asked(turns, new Reading(), "page");

        assertThatThrownBy(() -> asked(turns, new Reading(), "page")).isInstanceOf(Stop.Busy.class);
        asked(turns, new Answering(), "page");
        asked(turns, new Reading(), "file");

        Turns.end(first);
        asked(turns, new Reading(), "page");
    }

    @Test
    void aTurnEndsOnce() throws Exception {
        var turns = new Turns(1, SOON);
        HttpServletRequest first = asked(turns, new Reading(), "page");
        Turns.end(first);
        turns.afterCompletion(first, response(), first, null);

        asked(turns, new Reading(), "page");
        assertThatThrownBy(() -> asked(turns, new Reading(), "page")).isInstanceOf(Stop.Busy.class);
    }

    @Test
    void whoWasAnsweringGivesNoTurnBack() throws Exception {
        var turns = new Turns(1, SOON);
        HttpServletRequest answering = asked(turns, new Answering(), "page");
        asked(turns, new Reading(), "page");

        turns.afterCompletion(answering, response(), answering, null);

        assertThatThrownBy(() -> asked(turns, new Reading(), "page")).isInstanceOf(Stop.Busy.class);
    }

    @Test
    void theNextGoesOnWhenTheOneBeforeHasEnded() throws Exception {
        var turns = new Turns(1, LONG);
        HttpServletRequest first = asked(turns, new Reading(), "page");
        var through = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                asked(turns, new Reading(), "page");
                                through.countDown();
                            } catch (Exception fault) {
                                throw new IllegalStateException(fault);
                            }
                        });

        turns.afterCompletion(first, response(), first, null);

        assertThat(through.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
