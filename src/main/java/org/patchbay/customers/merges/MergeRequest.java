package org.patchbay.customers.merges;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer who is the same person. */
record MergeRequest(
        @NotNull @Schema(description = "All of theirs becomes the customer's of the path", examples = "13")
        Long customerId) {}
