package org.patchbay.screens;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.screens.Browsers.NoBrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A machine without a browser is told what to install, whether the driver or the browser is missing. */
class BrowsersTest {

    @Test
    void anEmptyPathAndNoNetworkAreToldAsWhatToInstall(@TempDir Path empty) {
        // No server listens there, and nothing was downloaded before.
        var environment = Map.of(
                "PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:1",
                "HTTPS_PROXY", "http://127.0.0.1:1",
                "PLAYWRIGHT_BROWSERS_PATH", empty.toString());
        var installed = Browsers.installed("");
        assumeTrue(installed.isEmpty(), "a browser stands where this system keeps its applications");
        var none = assertThrows(NoBrowser.class, () -> Browsers.start(installed, environment));
        assertEquals(NoBrowser.ADVICE, none.getMessage());
        assertTrue(none.getMessage().contains("apt-get install chromium"));
    }

    @Test
    void aBrowserThatDoesNotStartIsToldAsWhatToInstall() {
        var noBrowser = Optional.of(Path.of("mvnw").toAbsolutePath());
        assertThrows(NoBrowser.class, () -> Browsers.start(noBrowser, Map.of()));
    }

    @Test
    void theScreensAreRequiredWhereCiIsSetOnly() {
        assertTrue(Browsers.isRequired(Map.of("CI", "true")));
        assertFalse(Browsers.isRequired(Map.of()));
    }
}
