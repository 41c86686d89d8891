package org.patchbay.hours;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** From when to when it is open on one date. */
@RegisterForReflection
record Interval(
        @NotNull @Pattern(regexp = Span.FROM, message = Span.FROM_MESSAGE) @Schema(examples = "09:00")
        String from,

        @NotNull
        @Pattern(regexp = Span.TO, message = Span.TO_MESSAGE)
        @Schema(examples = "12:00", description = Span.TO_DESCRIPTION)
        String to)
        implements Span {

    /** All of a date are of the same. */
    @Override
    public long offset() {
        return 0;
    }
}
