package org.patchbay.routing.transfers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
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
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.TicketView;

/** Chats that bots give to people, or customers take from bots. */
@Path("/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class HandOverResource {

    private final HandOvers handOvers;
    private final CurrentActor actor;

    HandOverResource(HandOvers handOvers, CurrentActor actor) {
        this.handOvers = handOvers;
        this.actor = actor;
    }

    @POST
    @Path("/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.INTEGRATION)
    @Operation(
            operationId = "handOver",
            summary = "Give a chat to people; the bot that answers it",
            description = "It waits for them with its age. The agent who takes it reads all that was said.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "No bot answers it any more, or there is no such queue or skill")
    public RestResponse<TicketView> handOver(@RestPath long id, @Valid @Nullable HandOver wish) {
        var ticket = handOvers.handOver(actor.get(), id, wish == null ? HandOver.PLAIN : wish);
        return VersionedResponses.ok(ticket, ticket.version());
    }

    @POST
    @Path("/ask-for-person")
    @RolesAllowed(Role.Names.CUSTOMER)
    @Operation(
            operationId = "askForPerson",
            summary = "Talk to a person in place of the bot",
            description = "Where no bot answers any more, it changes nothing.")
    @APIResponse(responseCode = "204", description = "No bot answers any more")
    public void askForPerson(@RestPath long id) {
        handOvers.askForPerson(actor.get(), id);
    }
}
