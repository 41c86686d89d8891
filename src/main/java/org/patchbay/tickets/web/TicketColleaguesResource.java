package org.patchbay.tickets.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.tickets.InvitedView;
import org.patchbay.tickets.TicketColleagues;

/** Colleagues who are invited into tickets. */
@Path("/tickets/{id}/colleagues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class TicketColleaguesResource {

    private final TicketColleagues colleagues;
    private final CurrentActor actor;

    TicketColleaguesResource(TicketColleagues colleagues, CurrentActor actor) {
        this.colleagues = colleagues;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "listInvited",
            summary = "List the colleagues who are invited into a ticket",
            description = "At most ten; none once it is over.")
    public List<InvitedView> list(@RestPath long id) {
        return colleagues.list(id);
    }

    @PUT
    @Path("/{accountId}")
    @Operation(
            operationId = "inviteColleague",
            summary = "Invite a colleague into a ticket; the holder or a supervisor",
            description = "Somebody who sees it: /conversations/{id}/colleagues finds them. It stays with its holder,"
                    + " and costs the colleague no capacity.")
    @APIResponse(responseCode = "200", description = "Those who are invited now")
    @APIResponse(responseCode = "409", description = "They hold it or do not see it, or it is over")
    public List<InvitedView> invite(
            @RestPath long id, @RestPath long accountId, @Valid @NotNull Invitation invitation) {
        return colleagues.invite(actor.get(), id, accountId, invitation.as());
    }

    @DELETE
    @Path("/{accountId}")
    @Operation(
            operationId = "endInvitation",
            summary = "Have a colleague leave a ticket; they themselves, the holder or a supervisor")
    @APIResponse(responseCode = "204", description = "They are not invited any more")
    public void end(@RestPath long id, @RestPath long accountId) {
        colleagues.end(actor.get(), id, accountId);
    }
}
