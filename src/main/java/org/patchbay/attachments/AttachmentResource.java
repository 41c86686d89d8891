package org.patchbay.attachments;

import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.patchbay.attachments.Downloads.Download;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.vertx.http.Uncompressed;
import io.vertx.core.http.HttpServerRequest;

/** Files that go with words. */
@Path("/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments", description = "Files that go with words")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class AttachmentResource {

    private static final String BYTES = "application/octet-stream";

    private final Uploads uploads;
    private final Downloads downloads;
    private final KeptFiles files;
    private final CurrentActor actor;

    AttachmentResource(Uploads uploads, Downloads downloads, KeptFiles files, CurrentActor actor) {
        this.uploads = uploads;
        this.downloads = downloads;
        this.files = files;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadAttachment",
            summary = "Send a file that a message is to name",
            description = "The body is the file itself. Its type is found by its content, whatever the headers say."
                    + " Until a message names it only its uploader sees it; after a day it is removed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = BYTES,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "text", value = "Any bytes")))
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201", responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = "The organisation has no room for it")
    @APIResponse(responseCode = "413", description = "The file is too long")
    @APIResponse(responseCode = "415", description = "Files of its type are not taken")
    @APIResponse(responseCode = "503", description = "The scanner or the store does not answer")
    public RestResponse<AttachmentView> upload(
            InputStream content,
            @QueryParam("name")
                    @Parameter(description = "The name of the file, which is cleaned", example = "receipt.pdf")
                    @Nullable
                    String name,
            @Context HttpHeaders headers)
            throws IOException {
        var type = headers.getMediaType();
        if (type != null && type.getType().equals("multipart")) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(AttachmentWords.SEND_BYTES);
        }
        var kept = uploads.take(actor.get(), name, type == null ? null : type.toString(), content);
        return VersionedResponses.created("attachments/" + kept.id(), kept);
    }

    @GET
    @Path("/{id}")
    @Produces(BYTES)
    @Uncompressed
    @Operation(
            operationId = "downloadAttachment",
            summary = "Read a file",
            description = "Whoever reads the message reads its files. Only pictures, sound and film that no program"
                    + " can hide in are shown by browsers; all else is downloaded.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = BYTES, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range names",
            content = @Content(mediaType = BYTES, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The file is the one of If-None-Match")
    @APIResponse(responseCode = "409", description = "Malware was found in it")
    @APIResponse(responseCode = "416", description = "The file is not that long")
    public RestResponse<InputStream> download(
            @RestPath long id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServerRequest http) {
        return answer(downloads.file(actor.get(), id), range, ifRange, ifNoneMatch, http);
    }

    @GET
    @Path("/{id}/preview")
    @Produces(BYTES)
    @Uncompressed
    @Operation(operationId = "downloadAttachmentPreview", summary = "Read the small picture of a file")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = BYTES, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The picture is the one of If-None-Match")
    @APIResponse(responseCode = "409", description = "Malware was found in the file")
    public RestResponse<InputStream> preview(
            @RestPath long id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServerRequest http) {
        return answer(downloads.preview(actor.get(), id), null, null, ifNoneMatch, http);
    }

    @PUT
    @Path("/{id}/preview")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "setAttachmentPreview",
            summary = "Send a small picture of a file of one's own",
            description = "WebP, JPEG or PNG of 512 KB at most, before a message names the file, or within an hour.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = BYTES,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "picture", value = "The bytes of a picture")))
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "409", description = "It is too late for a preview")
    @APIResponse(responseCode = "413", description = "The picture is too long")
    @APIResponse(responseCode = "415", description = "It is no such picture")
    public void setPreview(@RestPath long id, InputStream content) throws IOException {
        uploads.takePreview(actor.get(), id, content);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteAttachment", summary = "Delete a file of one's own that no message names yet")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "A message names it")
    public void delete(@RestPath long id) {
        files.delete(actor.get(), id);
    }

    private RestResponse<InputStream> answer(
            Download download,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch,
            HttpServerRequest http) {
        return FileAnswer.of(
                download.file(), range, ifRange, ifNoneMatch, http, part -> downloads.open(download, part));
    }
}
