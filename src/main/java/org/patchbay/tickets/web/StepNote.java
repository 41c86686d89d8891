package org.patchbay.tickets.web;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note for the history beside a step. */
record StepNote(
        @Size(max = 4000) @Schema(examples = "Refund issued.", nullable = true) @Nullable
        String note) {

    static @Nullable String text(@Nullable StepNote note) {
        return note == null ? null : note.note();
    }
}
