package eyebright.server.desk;

import eyebright.desk.Desk;
import eyebright.server.page.Stop;
import java.util.Optional;

/// Where researchers sit, if this site has such a room: one that throws its answers away has none.
record DeskRoom(Optional<Desk> found) {

    /// The desk.
    ///
    /// @throws Stop.NothingHere if there is none
    Desk desk() {
        return found.orElseThrow(Stop.NothingHere::new);
    }
}
