package org.patchbay.calls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings of calls. */
@ConfigMapping(prefix = "patchbay.calls")
public interface CallsConfig {

    /** How often devices tell of themselves; one that was not heard of four times is lost. */
    Duration beat();

    /** How long a call waits for a customer whose line is lost. */
    Duration patience();

    /** How often calls are looked after, such as {@code 2s}, or {@code off}. */
    String lookEvery();

    /** Servers that tell devices their addresses, such as {@code stun:stun.example.org:3478}. */
    Optional<List<String>> stun();

    /**
     * Servers that carry sound and pictures where devices cannot reach each other, such as
     * {@code turn:turn.example.org:3478} and {@code turns:turn.example.org:443?transport=tcp}.
     */
    Optional<List<String>> turn();

    /** The secret shared with the TURN servers (coturn's {@code static-auth-secret}). */
    Optional<String> turnSecret();
}
