package org.patchbay.calls;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The report of a device about itself. */
record LegReport(
        @NotNull @Schema(description = "LISTEN and WHISPER are for supervisors")
        LegMode mode,

        @Schema(description = "Whether the microphone is off", examples = "false")
        boolean muted,

        @Schema(description = "Whether the camera is on", examples = "false")
        boolean camera,

        @Schema(description = "Whether the screen is shown", examples = "false")
        boolean screen,

        @Valid @Schema(description = "Of the line; absent where it is not measured", nullable = true) @Nullable
        Quality quality,

        @Min(0) @Schema(description = "The number of the last signal that the device has", examples = "0")
        long after) {}
