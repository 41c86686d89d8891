package org.patchbay.hours;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** From when to when it is open on one date. */
@RegisterForReflection
record Interval(
        @NotNull @Pattern(regexp = Span.TIME, message = Span.TIME_MESSAGE) @Schema(examples = "09:00")
        String from,

        @NotNull @Pattern(regexp = Span.TIME, message = Span.TIME_MESSAGE) @Schema(examples = "12:00")
        String to)
        implements Span {

    @Override
    public Object when() {
        return "the date";
    }
}
