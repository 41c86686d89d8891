package org.patchbay.calls.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The engines that are there. */
@ApplicationScoped
public class MediaEngines {

    private final Instance<MediaEngine> engines;

    MediaEngines(@Any Instance<MediaEngine> engines) {
        this.engines = engines;
    }

    /** The engine of calls that begin now. */
    public MediaEngine forNewCalls() {
        return of(EngineKind.MESH);
    }

    public MediaEngine of(EngineKind kind) {
        return engines.stream()
                .filter(engine -> engine.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
