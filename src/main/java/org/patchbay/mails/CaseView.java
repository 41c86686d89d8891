package org.patchbay.mails;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.tickets.TicketView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A case as its customer sees it who came by a link. */
@RegisterForReflection
record CaseView(
        @Schema(description = "The organisation, for people", examples = "Acme Lamps")
        String organisation,

        @Schema(examples = "4711") long conversationId,

        @Schema(description = "The last one of the conversation")
        TicketView ticket,

        @Schema(description = "When the link is over") Instant expiresAt) {}
