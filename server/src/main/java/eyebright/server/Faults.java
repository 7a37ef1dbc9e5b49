package eyebright.server;

import eyebright.database.StoreException;
import eyebright.server.page.Stop;
import eyebright.server.page.Stops;
import eyebright.store.SaveRefusedException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/// What is shown when a request cannot be answered: a kind page, never what went wrong inside. That goes
/// to the operator's log, without addresses and without what was typed.
@Controller
@ControllerAdvice
final class Faults implements ErrorController {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());
    private static final int SERVER_FAULT = 500;

    private final Stops stops;

    Faults(Stops stops) {
        this.stops = stops;
    }

    @ExceptionHandler
    void stop(Stop stop, HttpServletResponse response) throws IOException {
        switch (stop) {
            case Stop.NothingHere _ -> stops.nothingHere(response);
            case Stop.NotOurForm _ -> stops.notOurForm(response);
            case Stop.TooOften _ -> stops.tooOften(response);
            case Stop.Busy _ -> stops.busy(response);
            case Stop.VersionGone gone -> stops.versionGone(response, gone.study());
        }
    }

    @ExceptionHandler
    void store(StoreException fault, HttpServletResponse response) throws IOException {
        LOG.log(Level.ERROR, "the store cannot keep answers", fault);
        stops.cannotKeep(response);
    }

    @ExceptionHandler
    void refused(SaveRefusedException refused, HttpServletResponse response) throws IOException {
        stops.nothingHere(response);
    }

    @ExceptionHandler
    void fault(Exception fault, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            // Who went away reads no page, and has done nothing that an operator could mend.
            return;
        }
        if (fault instanceof InvalidParameterException) {
            // Its words quote what was typed, and anybody could fill the log with it.
            stops.unreadable(response);
            return;
        }
        if (fault instanceof ErrorResponse expected
                && expected.getStatusCode().value() < SERVER_FAULT) {
            stops.refused(expected.getStatusCode().value(), response);
            return;
        }
        LOG.log(Level.ERROR, "a page could not be made", fault);
        if (!response.isCommitted()) {
            stops.broken(response);
        }
    }

    /// What the server itself refused before a page was asked.
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.containsHeader("Content-Security-Policy")) {
            // It never came to the chain that writes them, as with TRACE.
            SecurityHeaders.on(response);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            stops.nothingHere(response);
        } else {
            stops.refused(code, response);
        }
    }
}
