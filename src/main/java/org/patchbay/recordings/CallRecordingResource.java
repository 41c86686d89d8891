package org.patchbay.recordings;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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

/** The recordings of a call, and what its customer is told of them. */
@Path("/calls/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings", description = "Recordings of calls")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class CallRecordingResource {

    private final Notices notices;
    private final Recorder recorder;
    private final Recordings recordings;
    private final CurrentActor actor;

    CallRecordingResource(Notices notices, Recorder recorder, Recordings recordings, CurrentActor actor) {
        this.notices = notices;
        this.recorder = recorder;
        this.recordings = recordings;
        this.actor = actor;
    }

    @GET
    @Path("/recording-notice")
    @RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "readRecordingNotice",
            summary = "Read whether a call is recorded, and what its customer is told of that")
    public NoticeView notice(@RestPath long id) {
        return notices.read(id);
    }

    @PUT
    @Path("/recording-notice")
    @RolesAllowed(Role.Names.CUSTOMER)
    @Operation(
            operationId = "answerRecordingNotice",
            summary = "Say that one was told that the call is recorded, and whether one agrees",
            description = "Without it nothing is recorded. The call goes on in any case.")
    @APIResponse(responseCode = "200", description = "Kept")
    @APIResponse(responseCode = "409", description = "The call is over, or the text is another one now")
    public NoticeView answer(@RestPath long id, @Valid @NotNull NoticeRequest request) {
        return notices.answer(actor.get(), id, request);
    }

    @GET
    @Path("/recordings")
    @Operation(
            operationId = "listRecordingsOfCall",
            summary = "List the recordings of a call that one may hear, and the one that goes on")
    public List<RecordingView> list(@RestPath long id) {
        return recordings.ofCall(actor.get(), id);
    }

    @POST
    @Path("/recordings")
    @RolesAllowed(Role.Names.AGENT)
    @Operation(
            operationId = "beginRecording",
            summary = "Begin to record a call, or go on; its holder",
            description = "Where one goes on, that one is the answer: after a reload, and with the next holder.")
    @APIResponseSchema(value = RecordingView.class, responseCode = "201", responseDescription = "Begin a segment")
    @APIResponse(
            responseCode = "409",
            description = "The call is not answered or not to be recorded, or its customer does not agree")
    public RestResponse<RecordingView> begin(@RestPath long id) {
        var recording = recorder.begin(actor.get(), id);
        return VersionedResponses.created("recordings/" + recording.id(), recording);
    }
}
