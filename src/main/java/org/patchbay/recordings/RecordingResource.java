package org.patchbay.recordings;

import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.FileAnswer;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.recordings.RecordingView.SegmentView;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.BodyTooLargeException;

import io.quarkus.vertx.http.Uncompressed;
import io.vertx.core.http.HttpServerRequest;

/** Recordings of calls. */
@Path("/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class RecordingResource {

    private static final String BYTES = "application/octet-stream";
    private static final int MOST_OF_PIECE = 1 << 20;

    private final Recordings recordings;
    private final Recorder recorder;
    private final Listening listening;
    private final CurrentActor actor;

    RecordingResource(Recordings recordings, Recorder recorder, Listening listening, CurrentActor actor) {
        this.recordings = recordings;
        this.recorder = recorder;
        this.listening = listening;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "listRecordings",
            summary = "Find recordings that one may hear, the latest first",
            description = "Supervisors and admins hear those of tickets that they see; agents those of their own calls,"
                    + " where the organisation allows it.")
    public RestResponse<Page<RecordingView>> list(
            @Valid @BeanParam RecordingFilters filters,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return recordings.list(actor.get(), filters.search(), after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readRecording", summary = "Read what is known of a recording")
    public RecordingView read(@RestPath long id) {
        return recordings.read(actor.get(), id);
    }

    @GET
    @Path("/{id}/segments/{number}/audio")
    @Produces("audio/webm")
    @Uncompressed
    @Operation(
            operationId = "hearRecording",
            summary = "Hear a segment of a recording",
            description = "WebM with Opus, the customer on the left and staff on the right. The audit log tells once in"
                    + " a few minutes that somebody listens, and of each download.")
    @APIResponse(
            responseCode = "200",
            description = "The sound",
            content = @Content(mediaType = "audio/webm", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range names",
            content = @Content(mediaType = "audio/webm", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "It is the one of If-None-Match")
    @APIResponse(responseCode = "416", description = "It is not that long")
    public RestResponse<InputStream> hear(
            @RestPath long id,
            @RestPath long number,
            @QueryParam("download") @DefaultValue("false") @Parameter(description = "Whether it is taken away")
                    boolean download,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServerRequest http) {
        var heard = listening.hear(actor.get(), id, counted(number), download);
        var answer =
                FileAnswer.of(heard.file(), range, ifRange, ifNoneMatch, http, part -> listening.open(heard, part));
        // Nobody but the player keeps it.
        http.response().putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return answer;
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(operationId = "deleteRecording", summary = "Delete a recording before its time")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "It goes on, or is held by law")
    public void delete(@RestPath long id) {
        recordings.delete(id);
    }

    @PUT
    @Path("/{id}/legal-hold")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            operationId = "holdRecording",
            summary = "Have a recording stay whatever its time is, or not any more",
            description = "While it is held nobody can delete it, and the erasure of its customer leaves it.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "It goes on")
    public RecordingView hold(@RestPath long id, @Valid @NotNull LegalHoldRequest request) {
        return recordings.hold(id, request);
    }

    @POST
    @Path("/{id}/segments")
    @RolesAllowed(Role.Names.AGENT)
    @Operation(
            operationId = "beginRecordingSegment",
            summary = "Begin a stretch of a recording: at its beginning, after a pause, after a reload")
    @APIResponseSchema(value = SegmentView.class, responseCode = "201", responseDescription = "Send its pieces")
    @APIResponse(responseCode = "409", description = "The recording is over or pauses")
    public RestResponse<SegmentView> beginSegment(@RestPath long id) {
        var segment = recorder.beginSegment(actor.get(), id);
        return VersionedResponses.created("recordings/" + id + "/segments/" + segment.number(), segment);
    }

    @PUT
    @Path("/{id}/segments/{number}/chunks/{chunk}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Names.AGENT)
    @Operation(
            operationId = "sendRecordingChunk",
            summary = "Send a piece of a segment",
            description = "1 MB at most, from number 1 on, in order. It is kept before the answer; sent again it is the"
                    + " same one.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = BYTES,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "sound", value = "Any bytes")))
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "409", description = "One before it is missing, or the organisation has no room")
    @APIResponse(responseCode = "413", description = "It is too long")
    @APIResponse(responseCode = "503", description = "The store does not answer")
    public void keep(@RestPath long id, @RestPath long number, @RestPath long chunk, InputStream content)
            throws IOException {
        var bytes = content.readNBytes(MOST_OF_PIECE + 1);
        if (bytes.length > MOST_OF_PIECE) {
            throw new BodyTooLargeException();
        }
        recorder.keep(actor.get(), id, counted(number), counted(chunk), bytes);
    }

    @POST
    @Path("/{id}/segments/{number}/complete")
    @RolesAllowed(Role.Names.AGENT)
    @Operation(operationId = "completeRecordingSegment", summary = "Say that a segment has no more pieces")
    @APIResponse(responseCode = "200", description = "As it is now")
    public SegmentView completeSegment(@RestPath long id, @RestPath long number) {
        return recorder.completeSegment(actor.get(), id, counted(number));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed(Role.Names.AGENT)
    @Operation(
            operationId = "completeRecording",
            summary = "End a recording whose pieces are all kept",
            description = "One that nobody ends is ended a while after the call.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "All of the call is to be recorded, and it goes on")
    public RecordingView complete(@RestPath long id) {
        return recorder.complete(actor.get(), id);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({Role.Names.AGENT, Role.Names.INTEGRATION})
    @Operation(
            operationId = "pauseRecording",
            summary = "Have nothing be recorded, as while card data is said; the holder, or a page of the shop",
            description = "It goes on by itself after ten minutes, unless it is STOPPED.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The recording is over")
    public RecordingView pause(@RestPath long id, @Valid @NotNull PauseRequest request) {
        return recorder.pause(actor.get(), id, request.reason());
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({Role.Names.AGENT, Role.Names.INTEGRATION})
    @Operation(operationId = "resumeRecording", summary = "End a pause: begin the next segment")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The recording is over")
    public RecordingView resume(@RestPath long id) {
        return recorder.resume(actor.get(), id);
    }

    /** No segment and no piece has a number beyond those of an int. */
    private static int counted(long number) {
        return Math.clamp(number, 0, Integer.MAX_VALUE);
    }
}
