package org.patchbay.screens;

import java.util.Map;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.patchbay.proof.Replicas;
import org.patchbay.screens.Browsers.NoBrowser;
import org.patchbay.testing.Replica;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** One application and one browser for all tests of screens, from the first that needs them to the end of the run. */
final class Theatre implements AutoCloseable {

    private final Browsers browsers;
    private final Replica replica;
    private final NoBrowser closed;

    private Theatre(Browsers browsers, Replica replica, NoBrowser closed) {
        this.browsers = browsers;
        this.replica = replica;
        this.closed = closed;
    }

    /** Skips the test where there is no browser; fails it where CI is set. */
    static Theatre of(ExtensionContext context) {
        var theatre = context.getRoot()
                .getStore(Namespace.create(Theatre.class))
                .getOrComputeIfAbsent(Theatre.class, key -> open(), Theatre.class);
        if (theatre.closed != null) {
            if (isRequired(System.getenv())) {
                return fail(theatre.closed);
            }
            abort(theatre.closed.getMessage());
        }
        return theatre;
    }

    static boolean isRequired(Map<String, String> environment) {
        return "true".equals(environment.get("CI"));
    }

    private static Theatre open() {
        try {
            var browsers = Browsers.start();
            Replicas.cleanDatabase();
            return new Theatre(browsers, Replica.start("screens", Map.of()).awaitReady(), null);
        } catch (NoBrowser e) {
            Logger.getLogger(Theatre.class).warn(e.getMessage());
            return new Theatre(null, null, e);
        }
    }

    Browsers browsers() {
        return browsers;
    }

    Replica replica() {
        return replica;
    }

    @Override
    public void close() {
        if (closed == null) {
            replica.close();
            browsers.close();
        }
    }
}
