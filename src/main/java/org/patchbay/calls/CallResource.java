package org.patchbay.calls;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.TicketView;

/** Calls. Customers see their own, staff those of tickets that they see. */
@Path("/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls", description = "Voice and video of tickets")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class CallResource {

    private final Calls calls;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    CallResource(Calls calls, CurrentActor actor, Idempotency idempotency) {
        this.calls = calls;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Role.Names.CUSTOMER)
    @Operation(
            operationId = "beginCall",
            summary = "Call",
            description =
                    "It opens a ticket of the channel VOICE or VIDEO, which is routed as every other one. Join the"
                            + " call next: it waits for an agent while its customer is in it.")
    @APIResponseSchema(value = BegunCallView.class, responseCode = "201", responseDescription = "Begun")
    @APIResponse(
            responseCode = "409",
            description = "The queue is closed or full, and refuses: `opensAt` says until when")
    public RestResponse<BegunCallView> begin(
            @Valid @NotNull CallRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var keyed = idempotency.keyed(me.accountId(), key, request, TicketView.class);
        var begun = calls.begin(me, request, keyed);
        return VersionedResponses.created("tickets/" + begun.ticketId() + "/calls", begun);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCall", summary = "Read a call, and who is in it")
    public CallView read(@RestPath long id) {
        return calls.read(actor.get(), id);
    }

    @PUT
    @Path("/{id}/hold")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "holdCall",
            summary = "Have the customer wait within a call, or go on; the holder or a supervisor",
            description = "They hear music and nobody hears them; staff go on hearing one another.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The call is over")
    public CallView hold(@RestPath long id, @Valid @NotNull HoldRequest request) {
        return calls.hold(actor.get(), id, request.onHold());
    }

    @POST
    @Path("/{id}/callback")
    @RolesAllowed(Role.Names.CUSTOMER)
    @Operation(
            operationId = "askForCallback",
            summary = "Be called back in place of waiting",
            description = "The call ends. Its ticket becomes one of the channel CALLBACK, and keeps its place.")
    @APIResponse(responseCode = "200", description = "The call, which is over")
    @APIResponse(responseCode = "409", description = "An agent has it already, or it is over")
    public CallView callBack(@RestPath long id) {
        return calls.callBack(actor.get(), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "endCall",
            summary = "End a call for all; its customer, the holder or a supervisor",
            description = "The ticket of a call that no agent has is withdrawn; others stay with their holder.")
    @APIResponse(responseCode = "204", description = "It is over")
    public void end(@RestPath long id) {
        calls.end(actor.get(), id);
    }
}
