package org.patchbay.tickets.web;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ticket that another becomes one with. */
record MergeInto(
        @NotNull @Schema(description = "Another live ticket of the same customer", examples = "4712")
        Long into) {}
