package eyebright.server;

import eyebright.server.page.Stops;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/// Answers what Tomcat refuses before any page or filter of ours is asked, such as an address with `%2f` or a request
/// line that is none: with a page of ours and its headers, where Tomcat would send one of its own without.
final class BareAnswers extends ErrorReportValve {

    private static final System.Logger LOG = System.getLogger(BareAnswers.class.getName());
    private static final int FIRST_FAULT = 400;

    private final Stops stops;

    BareAnswers(Stops stops) {
        this.stops = stops;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < FIRST_FAULT
                || response.getContentWritten() > 0
                || !isConnected(response)
                || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.on(response);
        try {
            stops.refused(status, response);
            response.finishResponse();
        } catch (IOException gone) {
            // Who went away reads no page.
            LOG.log(Level.DEBUG, "a refused request was not waited for", gone);
        }
    }

    private static boolean isConnected(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
