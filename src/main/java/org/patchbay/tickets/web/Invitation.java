package org.patchbay.tickets.web;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.tickets.InvitedAs;

/** The part that a colleague shall have in a ticket. */
record Invitation(
        @NotNull
        @Schema(
                description = "CONSULT writes to colleagues alone, and the customer learns of nothing; JOIN talks with"
                        + " the customer, too")
        InvitedAs as) {}
