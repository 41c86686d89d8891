package org.patchbay.calls;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the customer waits within a call. */
record HoldRequest(@NotNull @Schema(examples = "true") Boolean onHold) {}
