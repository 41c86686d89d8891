package org.patchbay.calls;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** The calls of a ticket. */
@Path("/tickets/{id}/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class TicketCallResource {

    private final Calls calls;
    private final CurrentActor actor;

    TicketCallResource(Calls calls, CurrentActor actor) {
        this.calls = calls;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listCalls", summary = "List the calls of a ticket, the latest first")
    public List<CallView> list(@RestPath long id) {
        return calls.ofTicket(actor.get(), id);
    }

    @POST
    @RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT})
    @Operation(
            operationId = "startCall",
            summary = "Call about a ticket that is there; its holder, or its customer",
            description = "So a chat becomes a call, and goes on as a chat afterwards. Where the ticket has a call that"
                    + " goes on, the answer tells that one.")
    @APIResponseSchema(value = CallView.class, responseCode = "201", responseDescription = "It goes on: join it")
    @APIResponse(responseCode = "409", description = "The ticket is over")
    public RestResponse<CallView> start(@RestPath long id, @Valid @NotNull TicketCallRequest request) {
        var call = calls.start(actor.get(), id, request.kind());
        return VersionedResponses.created("calls/" + call.id(), call);
    }
}
