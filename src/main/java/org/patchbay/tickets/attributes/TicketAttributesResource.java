package org.patchbay.tickets.attributes;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;

/** The tags of a ticket, and the values of its fields. */
@Path("/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class TicketAttributesResource {

    private final Tickets tickets;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    TicketAttributesResource(Tickets tickets, CurrentActor actor, Idempotency idempotency) {
        this.tickets = tickets;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/tags")
    @Operation(
            operationId = "tagTicket",
            summary = "Give a ticket tags, and take some from it",
            description = "Everybody of the staff who sees it may. At most 20 are on it then.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such tag, it is archived, or there are too many")
    public RestResponse<TicketView> tag(
            @RestPath long id, @Valid @NotNull TagChange change, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        return tagged(idempotency.once(
                me.accountId(), key, Arrays.asList(id, change), TicketView.class, () -> tickets.tag(me, id, change)));
    }

    @PUT
    @Path("/fields")
    @Operation(
            operationId = "setTicketFields",
            summary = "Set values of a ticket's fields",
            description = "Everybody of the staff who sees it may.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such field, or it is archived")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> setFields(
            @RestPath long id,
            @Valid @NotNull FieldValuesChange change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(tickets.setFields(actor.get(), id, change, ifMatch));
    }

    private static RestResponse<TicketView> tagged(TicketView ticket) {
        return VersionedResponses.ok(ticket, ticket.version());
    }
}
