package org.patchbay.hours;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** From when to when it is open on one date. */
@RegisterForReflection
record Interval(
        @NotNull @Pattern(regexp = TimeRange.FROM, message = TimeRange.FROM_MESSAGE) @Schema(examples = "09:00")
        String from,

        @NotNull
        @Pattern(regexp = TimeRange.TO, message = TimeRange.TO_MESSAGE)
        @Schema(examples = "12:00", description = TimeRange.TO_DESCRIPTION)
        String to)
        implements TimeRange {

    /** All of a date are of the same. */
    @Override
    public long offset() {
        return 0;
    }
}
