package org.patchbay.hours;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether the hours are open at a time, and when that changes. */
@RegisterForReflection
record OpenView(
        @Schema(examples = "true") boolean open,

        @Schema(
                description = "Absent where it does not open again within a year",
                examples = "2026-11-03T08:00:00Z",
                nullable = true)
        @Nullable
        Instant nextOpening,

        @Schema(
                description = "Absent where it does not close within a year",
                examples = "2026-11-02T16:30:00Z",
                nullable = true)
        @Nullable
        Instant nextClosing) {

    static OpenView of(OpeningHours hours, Instant at) {
        return new OpenView(
                hours.isOpen(at),
                hours.nextOpening(at).orElse(null),
                hours.nextClosing(at).orElse(null));
    }
}
