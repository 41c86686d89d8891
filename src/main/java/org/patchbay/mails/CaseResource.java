package org.patchbay.mails;

import java.io.InputStream;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.AnswerRequest;
import org.patchbay.conversations.MessagePage;
import org.patchbay.conversations.MessageRequest;
import org.patchbay.conversations.MessageView;
import org.patchbay.conversations.PositionRequest;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.Rating;

import io.quarkus.vertx.http.Uncompressed;
import io.vertx.core.http.HttpServerRequest;

/** The case of a link that a customer got by mail. Needs no sign-in, and shows nothing else. */
@Path("/case")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Mails")
public class CaseResource {

    private static final String LINK = "Case-Link";
    private static final String OF_LINK = "The part of the link behind the #";
    private static final String OVER = "There is no such link, or it is over";
    private static final String BYTES = "application/octet-stream";
    private static final int MOST_MESSAGES = 200;

    private final Cases cases;

    CaseResource(Cases cases) {
        this.cases = cases;
    }

    @GET
    @Operation(operationId = "readLinkedCase", summary = "Read the case of a link")
    @APIResponse(responseCode = "200", description = "The case")
    @APIResponse(responseCode = "410", description = OVER)
    public CaseView read(@HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link) {
        return cases.read(link);
    }

    @GET
    @Path("/messages")
    @Operation(
            operationId = "listLinkedMessages",
            summary = "Read what was said about the case of a link",
            description = "As `GET /conversations/{id}/messages`.")
    @APIResponse(responseCode = "200", description = "Some messages")
    @APIResponse(responseCode = "410", description = OVER)
    public MessagePage messages(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @QueryParam("after") @Min(0) @Parameter(description = "A number: the next ones after it") @Nullable
                    Long after,
            @QueryParam("before") @Min(1) @Parameter(description = "A number: the last ones before it") @Nullable
                    Long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST_MESSAGES) int limit) {
        return cases.messages(link, after, before, limit);
    }

    @POST
    @Path("/messages")
    @Operation(
            operationId = "sendLinkedMessage",
            summary = "Say something about the case of a link",
            description = "As `POST /conversations/{id}/messages` by the customer.")
    @APIResponseSchema(
            value = MessageView.class,
            responseCode = "201",
            responseDescription = "Said; the same answer for the same `clientId`, however often it is sent")
    @APIResponse(responseCode = "410", description = OVER)
    public RestResponse<MessageView> say(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @Valid @NotNull MessageRequest request) {
        var said = cases.say(link, request);
        return VersionedResponses.created("case/messages?after=" + (said.number() - 1), said);
    }

    @POST
    @Path("/messages/{number}/answer")
    @Operation(
            operationId = "answerLinkedMessage",
            summary = "Choose a button of a message, or fill in its form, about the case of a link",
            description = "As `POST /conversations/{id}/messages/{number}/answer`.")
    @APIResponseSchema(
            value = MessageView.class,
            responseCode = "201",
            responseDescription = "Answered, by a message of the kind ANSWER")
    @APIResponse(responseCode = "409", description = "It asks nothing, or was answered otherwise")
    @APIResponse(responseCode = "410", description = OVER)
    public RestResponse<MessageView> answer(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @RestPath long number,
            @Valid @NotNull AnswerRequest request) {
        var said = cases.answer(link, number, request);
        return VersionedResponses.created("case/messages?after=" + (said.number() - 1), said);
    }

    @GET
    @Path("/attachments/{id}")
    @Produces(BYTES)
    @Uncompressed
    @Operation(
            operationId = "downloadLinkedAttachment",
            summary = "Read a file of the case of a link",
            description = "As `GET /attachments/{id}`, whole.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = BYTES, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The file is the one of If-None-Match")
    @APIResponse(responseCode = "409", description = "Malware was found in it")
    @APIResponse(responseCode = "410", description = OVER)
    public RestResponse<InputStream> file(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @RestPath long id,
            @Context HttpServerRequest http) {
        return cases.file(link, id, http);
    }

    @GET
    @Path("/attachments/{id}/preview")
    @Produces(BYTES)
    @Uncompressed
    @Operation(
            operationId = "downloadLinkedPreview",
            summary = "Read the small picture of a file of the case of a link")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = BYTES, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The picture is the one of If-None-Match")
    @APIResponse(responseCode = "409", description = "Malware was found in the file")
    @APIResponse(responseCode = "410", description = OVER)
    public RestResponse<InputStream> preview(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @RestPath long id,
            @Context HttpServerRequest http) {
        return cases.preview(link, id, http);
    }

    @POST
    @Path("/transcript")
    @Operation(operationId = "mailLinkedTranscript", summary = "Get what was said about the case of a link by mail")
    @APIResponse(responseCode = "204", description = "It goes out soon")
    @APIResponse(responseCode = "410", description = OVER)
    public void transcript(@HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link) {
        cases.mailTranscript(link);
    }

    @PUT
    @Path("/position")
    @Operation(operationId = "moveInLinkedCase", summary = "Tell how far one has read the case of a link")
    @APIResponse(responseCode = "204", description = "Known")
    @APIResponse(responseCode = "410", description = OVER)
    public void move(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @Valid @NotNull PositionRequest position) {
        cases.move(link, position);
    }

    @PUT
    @Path("/rating")
    @Operation(
            operationId = "rateLinkedCase",
            summary = "Rate the resolution of the case of a link",
            description = "As `PUT /tickets/{id}/rating` by the customer.")
    @APIResponse(responseCode = "200", description = "Rated")
    @APIResponse(responseCode = "410", description = OVER)
    public CaseView rate(
            @HeaderParam(LINK) @DefaultValue("") @Parameter(description = OF_LINK) String link,
            @Valid @NotNull Rating rating) {
        return cases.rate(link, rating);
    }
}
