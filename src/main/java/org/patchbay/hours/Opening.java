package org.patchbay.hours;

import java.time.DayOfWeek;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The beginning and end of an open interval on one day of every week. */
@RegisterForReflection
record Opening(
        @NotNull DayOfWeek day,

        @NotNull @Pattern(regexp = TimeRange.FROM, message = TimeRange.FROM_MESSAGE) @Schema(examples = "09:00")
        String from,

        @NotNull
        @Pattern(regexp = TimeRange.TO, message = TimeRange.TO_MESSAGE)
        @Schema(examples = "17:30", description = TimeRange.TO_DESCRIPTION)
        String to)
        implements TimeRange {

    private static final long WEEK = 7L * DAY;

    @Override
    public long offset() {
        return (long) day.ordinal() * DAY;
    }

    @Override
    public long round() {
        return WEEK;
    }

    @Override
    public boolean complete() {
        return day != null && TimeRange.super.complete();
    }
}
