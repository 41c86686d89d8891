package org.patchbay.calls;

import jakarta.validation.constraints.NotNull;

/** A wish to call about a ticket that is there. */
record TicketCallRequest(@NotNull CallKind kind) {}
