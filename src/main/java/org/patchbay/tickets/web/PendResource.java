package org.patchbay.tickets.web;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.TicketDispatch.TicketStep;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;

/** The step by which a ticket waits for its customer, or for a time. */
@Path("/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class PendResource {

    private final Tickets tickets;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    PendResource(Tickets tickets, CurrentActor actor, Idempotency idempotency) {
        this.tickets = tickets;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/pend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "pendTicket",
            summary = "Wait for the customer's answer, or until a time; the holder or a supervisor",
            description = "The customer reads the note as a question. With `until` the ticket resumes by itself, unless"
                    + " it is resumed before, as it is by whatever its customer writes. The agent who held it is asked"
                    + " first then, if they are free. Meanwhile its customer sees it IN_PROGRESS.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "Not now; `allowedSteps` says what one may do now")
    public RestResponse<TicketView> pend(
            @RestPath long id,
            @Valid @Nullable PendNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var wish = note == null ? PendNote.NONE : note;
        var content = Arrays.asList(id, Step.PEND, wish, ifMatch);
        var keyed = idempotency.keyed(me.accountId(), key, content, TicketView.class);
        var ticket = tickets.take(new TicketStep(me, id, Step.PEND, wish.note(), wish.storedUntil(), ifMatch, keyed));
        return VersionedResponses.ok(ticket, ticket.version());
    }
}
