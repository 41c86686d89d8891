package org.patchbay.recordings;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.settings.Consent;
import org.patchbay.recordings.settings.RecordingMode;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** As much as the parties of a call are to know of its recording. */
@RegisterForReflection
public record NoticeView(
        @Schema(description = "NEVER, and there is nothing to say")
        RecordingMode mode,

        Consent consent,

        @Schema(description = "To be shown, in the language of the reader", examples = "This call is recorded.")
        String text,

        @Schema(description = "Of the text; goes with the answer", examples = "1")
        int version,

        @Schema(description = "The customer's answer; absent where there is none", nullable = true) @Nullable
        Boolean agreed,

        @Schema(nullable = true) @Nullable Instant answeredAt,

        @Schema(description = "Whether it is recorded just now")
        boolean recording,

        @Schema(description = "Whether a recording goes on, but pauses")
        boolean paused,

        @Schema(description = "When a pause ends by itself; absent where it does not", nullable = true) @Nullable
        Instant pausedUntil) {}
