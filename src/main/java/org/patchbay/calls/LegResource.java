package org.patchbay.calls;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** The parts that people have in a call, each by one device. */
@Path("/calls/{id}/legs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class LegResource {

    private final Legs legs;
    private final CurrentActor actor;

    LegResource(Legs legs, CurrentActor actor) {
        this.legs = legs;
        this.actor = actor;
    }

    @POST
    @Operation(
            operationId = "joinCall",
            summary = "Take part in a call",
            description = "The customer, the holder of the ticket and those invited into it talk. Supervisors also"
                    + " listen, which nobody else hears or sees, or whisper, which the holder alone hears; the audit"
                    + " log tells of it. An account takes part once: another device of it is left.")
    @APIResponseSchema(value = LegState.class, responseCode = "201", responseDescription = "Joined")
    @APIResponse(responseCode = "403", description = "One has no part in it")
    @APIResponse(responseCode = "409", description = "The call is over, or full")
    public RestResponse<LegState> join(@RestPath long id, @Valid @NotNull LegRequest request) {
        var joined = legs.join(actor.get(), id, request.mode());
        return VersionedResponses.created(
                "calls/" + id + "/legs/" + joined.leg().id(), joined);
    }

    @PUT
    @Path("/{legId}")
    @Operation(
            operationId = "reportLeg",
            summary = "Tell how one's device is, and hear how the call is",
            description = "Every five seconds, and whenever the feed tells `CALL`: a device that is not heard of for 20"
                    + " seconds is lost. The answer tells with which others to be connected, and what they told.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The call or this part in it is over: `endedBy` says why")
    public LegState report(@RestPath long id, @RestPath long legId, @Valid @NotNull LegReport report) {
        return legs.report(actor.get(), id, legId, report);
    }

    @POST
    @Path("/{legId}/signals")
    @Operation(
            operationId = "sendSignal",
            summary = "Tell another device, or the server, what connects the two",
            description = "Of two devices one offers (`offers`).")
    @APIResponse(responseCode = "200", description = "As it is now, with all that this device was told")
    @APIResponse(responseCode = "400", description = "It is no description of a session, as far as a server reads it")
    @APIResponse(responseCode = "409", description = "The two are not to be connected, or the call is over")
    public LegState signal(@RestPath long id, @RestPath long legId, @Valid @NotNull SignalRequest signal) {
        return legs.signal(actor.get(), id, legId, signal);
    }

    @DELETE
    @Path("/{legId}")
    @Operation(
            operationId = "leaveCall",
            summary = "Leave a call",
            description = "It ends where its customer leaves, or the last one of staff who talks with them.")
    @APIResponse(responseCode = "204", description = "Left")
    public void leave(@RestPath long id, @RestPath long legId) {
        legs.leave(actor.get(), id, legId);
    }
}
