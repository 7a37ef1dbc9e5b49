package eyebright.browser;

import java.io.IOException;
import java.nio.file.Path;

/// Every page of a site full of findings, of made-up respondents.
class EveryPageOfFindingsTest extends PagesContract {

    @Override
    TearsSite open(Path folder) throws IOException {
        return TearsSite.rehearsed(folder);
    }

    @Override
    void everyPage(Device device, Views.Look look) {
        Views.findings(device, look);
    }
}
