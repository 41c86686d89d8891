package org.patchbay.tickets.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note for the history of a ticket. */
record Note(
        @NotBlank @Size(max = 4000) @Schema(examples = "Waiting for the warehouse.")
        String note,

        @Schema(description = "Whether only colleagues read it; else the customer does", examples = "false")
        boolean internal) {}
