package org.patchbay.routing.transfers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.TicketView;

/** Transfers by supervisors, who choose the queue, and by agents, who hand on their tickets. */
@Path("/tickets/{id}/queue")
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class TicketQueueResource {

    private final QueueTransfer queueTransfer;
    private final CurrentActor actor;

    TicketQueueResource(QueueTransfer queueTransfer, CurrentActor actor) {
        this.queueTransfer = queueTransfer;
        this.actor = actor;
    }

    @PUT
    @Operation(
            operationId = "requeueTicket",
            summary = "Put a ticket into another queue",
            description =
                    "With its age and what it requires. Agents hand on what they hold: it leaves them and waits there."
                            + " One that a supervisor moves stays with the agent who holds it, and waits there once it"
                            + " returns.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such queue, or the ticket is done")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> requeue(
            @RestPath long id, @Valid @NotNull NewQueue queue, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var ticket = queueTransfer.move(actor.get(), id, queue.queueId(), queue.note(), ifMatch);
        return VersionedResponses.ok(ticket, ticket.version());
    }
}
