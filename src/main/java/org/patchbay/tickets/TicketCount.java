package org.patchbay.tickets;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tickets there are. */
public record TicketCount(@Schema(examples = "42") long tickets) {}
