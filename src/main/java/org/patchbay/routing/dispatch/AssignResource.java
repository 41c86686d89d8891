package org.patchbay.routing.dispatch;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.routing.decisions.Choice;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.TicketView;

/** Assignments by supervisors, who choose the agent, and by agents, who hand on their tickets. */
@Path("/tickets/{id}/assign")
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class AssignResource {

    private final ManualAssignments assignments;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    AssignResource(ManualAssignments assignments, CurrentActor actor, Idempotency idempotency) {
        this.assignments = assignments;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "assignTicket",
            summary = "Give a waiting or held ticket to an agent who is available and has room",
            description = "Agents hand on what they hold, supervisors give any ticket to anybody.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The agent cannot take it, or the ticket's state forbids it")
    public RestResponse<TicketView> assign(
            @RestPath long id,
            @Valid @NotNull Choice choice,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var ticket = idempotency.once(
                me.accountId(),
                key,
                Arrays.asList(id, choice, ifMatch),
                TicketView.class,
                () -> assignments.assign(me, id, choice.agentId(), choice.note(), ifMatch));
        return VersionedResponses.ok(ticket, ticket.version());
    }
}
