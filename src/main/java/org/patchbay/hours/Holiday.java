package org.patchbay.hours;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A date with hours of its own, or none. They replace the weekly hours that begin on its day of the week. */
@RegisterForReflection
record Holiday(
        @NotNull @Schema(examples = "2026-12-24") LocalDate date,

        @NotBlank @Size(max = 100) @Schema(examples = "Christmas Eve")
        String name,

        @Size(max = 24) @NonOverlapping @Schema(description = "Absent or empty: closed all day", nullable = true)
        List<@NotNull @Valid Interval> open)
        implements TimeRange {

    Holiday {
        open = open == null ? List.of() : open;
    }

    /** A holiday takes the whole date, so that no date has two. */
    @Override
    public long offset() {
        return date.toEpochDay() * DAY;
    }

    @Override
    public boolean complete() {
        return date != null;
    }

    @Override
    public String from() {
        return "00:00";
    }

    @Override
    public String to() {
        return "24:00";
    }
}
