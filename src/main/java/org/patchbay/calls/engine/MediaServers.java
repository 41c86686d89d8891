package org.patchbay.calls.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The media servers that are known. The browsers carry a call among themselves where none of them can. */
@ApplicationScoped
public class MediaServers {

    private final Instance<MediaServer> servers;

    MediaServers(@Any Instance<MediaServer> servers) {
        this.servers = servers;
    }

    /** The place for a call that begins now, or moves. */
    public MediaPlace place() {
        return servers.stream()
                .flatMap(server -> server.place().map(node -> new MediaPlace(server.kind(), node)).stream())
                .findFirst()
                .orElse(new MediaPlace(EngineKind.MESH, null));
    }

    /** The server of such calls. */
    public MediaServer of(EngineKind kind) {
        return servers.stream()
                .filter(server -> server.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    public Iterable<MediaServer> all() {
        return servers;
    }
}
