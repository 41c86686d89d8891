package org.patchbay.tickets.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.time.WithinYear;

/** The wish that a ticket be pending: a question, and an end. */
record PendNote(
        @Size(max = 4000)
        @Schema(description = "A question to the customer", examples = "Which bulb: E14 or E27?", nullable = true)
        @Nullable
        String note,

        @Future
        @WithinYear
        @Schema(
                description = "When it resumes by itself; within a year. Absent where it waits for the customer alone",
                examples = "2030-01-01T09:00:00Z",
                nullable = true)
        @Nullable
        Instant until) {

    static final PendNote NONE = new PendNote(null, null);

    /** As the database keeps it. */
    @Nullable
    Instant storedUntil() {
        return until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }
}
