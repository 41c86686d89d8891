package org.patchbay.routing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.Answers;
import org.patchbay.tickets.TicketView;

/** Supervisors who choose the queue themselves. */
@Path("/tickets/{id}/queue")
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class TicketQueueResource {

    private final Requeueing requeueing;
    private final CurrentActor actor;

    TicketQueueResource(Requeueing requeueing, CurrentActor actor) {
        this.requeueing = requeueing;
        this.actor = actor;
    }

    record NewQueue(@NotNull @Schema(examples = "2") Long queueId) {}

    @PUT
    @Operation(
            operationId = "requeueTicket",
            summary = "Put a ticket into another queue",
            description =
                    "With its age and what it requires. One that an agent holds stays with them, and waits there once"
                            + " it returns.")
    @APIResponse(responseCode = "409", description = "There is no such queue, or the ticket is done")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> requeue(
            @RestPath long id, @Valid @NotNull NewQueue queue, @HeaderParam("If-Match") String ifMatch) {
        var ticket = requeueing.move(actor.get(), id, queue.queueId(), ifMatch);
        return Answers.ok(ticket, ticket.version());
    }
}
