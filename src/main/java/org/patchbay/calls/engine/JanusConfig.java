package org.patchbay.calls.engine;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings of Janus, the media server. */
@ConfigMapping(prefix = "patchbay.calls.janus")
public interface JanusConfig {

    /**
     * The nodes, each by the address of its own HTTP transport, such as {@code http://janus-0.janus:8088/janus}; a room
     * lives on one of them. Only Patchbay may reach them.
     */
    Optional<List<URI>> nodes();

    /** The secret of their API ({@code api_secret} of {@code janus.jcfg}). */
    Optional<String> secret();

    /** The key without which no room is made ({@code admin_key} of {@code janus.plugin.videoroom.jcfg}). */
    Optional<String> adminKey();

    /** How long they are given for an answer. */
    Duration timeout();

    /** How often they are asked whether they are there, such as {@code 2s}, or {@code off}. */
    String lookEvery();

    /** The most that a device may send for its pictures, in bits per second. */
    int pictureBitrate();
}
