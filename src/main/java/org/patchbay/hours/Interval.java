package org.patchbay.hours;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The beginning and end of an open interval on one date. */
@RegisterForReflection
record Interval(
        @NotNull @Pattern(regexp = TimeRange.FROM, message = TimeRange.FROM_MESSAGE) @Schema(examples = "09:00")
        String from,

        @NotNull
        @Pattern(regexp = TimeRange.TO, message = TimeRange.TO_MESSAGE)
        @Schema(examples = "12:00", description = TimeRange.TO_DESCRIPTION)
        String to)
        implements TimeRange {

    /** All intervals of a date have the same offset. */
    @Override
    public long offset() {
        return 0;
    }
}
