package org.patchbay.recordings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings of recordings. */
@ConfigMapping(prefix = "patchbay.recordings")
public interface RecordingsConfig {

    /**
     * The master key, 32 bytes in base64, such as {@code openssl rand -base64 32} makes. It encrypts the keys of
     * organisations, which encrypt their recordings. Without one no call is recorded.
     */
    Optional<String> key();

    /** Master keys of before, by which older keys of organisations are read. */
    Optional<List<String>> formerKeys();

    /** How long a recording waits for more after the last piece that came, once its call is over. */
    Duration patience();

    /** How long a pause lasts at most, but for one that stops a recording. */
    Duration longestPause();

    /** The audit log tells once in this time that somebody listens to a recording. */
    Duration heardOnceIn();

    /** How often recordings are ended that nobody ends, and deleted when their time is over, such as {@code 1m}. */
    String sweepEvery();

    /** Recordings that are looked at in one go. */
    int sweepBatch();
}
