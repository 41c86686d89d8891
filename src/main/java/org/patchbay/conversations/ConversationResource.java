package org.patchbay.conversations;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** Conversations. Customers see their own, staff those about tickets that they see. */
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations", description = "What customers and staff say to one another")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class ConversationResource {

    private static final int MOST_MESSAGES = 200;

    private static final String REMOVABLE =
            "Authors may for some minutes (`patchbay.conversations.removable-for`), supervisors and admins always.";

    private final Conversations conversations;
    private final Transcript transcript;
    private final Mentions mentions;
    private final Removals removals;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    ConversationResource(
            Conversations conversations,
            Transcript transcript,
            Mentions mentions,
            Removals removals,
            CurrentActor actor,
            Idempotency idempotency) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.mentions = mentions;
        this.removals = removals;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Role.Names.CUSTOMER, Role.Names.INTEGRATION})
    @Operation(
            operationId = "beginConversation",
            summary = "Begin a conversation",
            description = "It opens a ticket of the channel CHAT, which is routed as every other one. Another system"
                    + " begins one with a customer, in its own name.")
    @APIResponseSchema(value = ConversationView.class, responseCode = "201", responseDescription = "Begun")
    @APIResponse(
            responseCode = "409",
            description = "The queue is closed or full, and refuses: `opensAt` says until when")
    public RestResponse<ConversationView> begin(
            @Valid @NotNull ConversationRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var keyed = idempotency.keyed(me.accountId(), key, request, ConversationView.class);
        var begun = conversations.begin(me, request, keyed);
        return VersionedResponses.created("conversations/" + begun.id(), begun);
    }

    @GET
    @Operation(operationId = "listConversations", summary = "List a customer's conversations, the latest first")
    public RestResponse<Page<ConversationView>> list(
            @QueryParam("customerId") @Parameter(description = "Whose; customers get their own") @Nullable
                    Long customerId,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return conversations.list(actor.get(), customerId, after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readConversation", summary = "Read who takes part in a conversation, and how far it is")
    public ConversationView read(@RestPath long id) {
        return conversations.read(actor.get(), id);
    }

    @GET
    @Path("/{id}/messages")
    @Operation(
            operationId = "listMessages",
            summary = "Read messages",
            description =
                    "The last ones, those `after` a number, or those `before` one. After a lost connection ask for"
                            + " those after the last one you have, and nothing is missed.")
    public MessagePage messages(
            @RestPath long id,
            @QueryParam("after") @Min(0) @Parameter(description = "A number: the next ones after it") @Nullable
                    Long after,
            @QueryParam("before") @Min(1) @Parameter(description = "A number: the last ones before it") @Nullable
                    Long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST_MESSAGES) int limit) {
        return conversations.messages(actor.get(), id, after, before, limit);
    }

    @GET
    @Path("/{id}/transcript")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(
            operationId = "readTranscript",
            summary = "Read all that was said, as a text",
            description = "Customers read what is said to them, staff also what is said among staff.")
    @APIResponse(
            responseCode = "200",
            description = "Who said what and when, the oldest first, with the names of files",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> transcript(@RestPath long id) {
        return ResponseBuilder.ok(transcript.of(actor.get(), id, Language.ofReader()))
                .header("Content-Disposition", "attachment; filename=\"conversation-" + id + ".txt\"")
                .build();
    }

    @POST
    @Path("/{id}/messages")
    @Operation(
            operationId = "sendMessage",
            summary = "Say something",
            description = "Of staff, the holder of the ticket and supervisors may; other systems, too. A customer who"
                    + " writes resumes or reopens the ticket; where it is over for good, they get a new one in the"
                    + " same conversation.")
    @APIResponseSchema(
            value = MessageView.class,
            responseCode = "201",
            responseDescription = "Said; the same answer for the same `clientId`, however often it is sent")
    @APIResponse(responseCode = "409", description = "The texts of the ticket are erased, or a queue refuses")
    public RestResponse<MessageView> say(@RestPath long id, @Valid @NotNull MessageRequest request) {
        var said = conversations.say(actor.get(), id, request);
        return VersionedResponses.created("conversations/" + id + "/messages?after=" + (said.number() - 1), said);
    }

    @POST
    @Path("/{id}/messages/{number}/answer")
    @RolesAllowed(Role.Names.CUSTOMER)
    @Operation(
            operationId = "answerMessage",
            summary = "Choose a button of a message, or fill in its form",
            description = "Once: the same answer again is the same message.")
    @APIResponseSchema(
            value = MessageView.class,
            responseCode = "201",
            responseDescription = "Answered, by a message of the kind ANSWER")
    @APIResponse(responseCode = "409", description = "It asks nothing, or was answered otherwise")
    public RestResponse<MessageView> answer(
            @RestPath long id, @RestPath long number, @Valid @NotNull AnswerRequest request) {
        var said = conversations.answer(actor.get(), id, number, request);
        return VersionedResponses.created("conversations/" + id + "/messages?after=" + (said.number() - 1), said);
    }

    @GET
    @Path("/{id}/colleagues")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "listColleagues",
            summary = "Find colleagues whom a note may mention",
            description = "At most 20 who see the ticket, by their names, without oneself.")
    public List<ColleagueView> colleagues(
            @RestPath long id,
            @QueryParam("text") @Size(max = 200) @Parameter(description = "Part of the name") @Nullable String text) {
        return mentions.colleagues(actor.get(), id, text);
    }

    @DELETE
    @Path("/{id}/messages/{number}")
    @Operation(
            operationId = "removeMessage",
            summary = "Take the words and files out of a message",
            description = REMOVABLE + " Who wrote it and when stays, and that something was removed.")
    @APIResponse(responseCode = "204", description = "Gone, for all who read it, and from the search")
    public void remove(@RestPath long id, @RestPath long number) {
        removals.remove(actor.get(), id, number, null);
    }

    @DELETE
    @Path("/{id}/messages/{number}/attachments/{attachmentId}")
    @Operation(operationId = "removeFileOfMessage", summary = "Take a file out of a message", description = REMOVABLE)
    @APIResponse(responseCode = "204", description = "Gone, for all who read it")
    public void removeFile(@RestPath long id, @RestPath long number, @RestPath long attachmentId) {
        removals.remove(actor.get(), id, number, attachmentId);
    }

    @PUT
    @Path("/{id}/position")
    @Operation(
            operationId = "moveInConversation",
            summary = "Tell how far one has read",
            description = "It goes forward only, so requests may come in any order.")
    @APIResponse(responseCode = "204", description = "Known")
    public void move(@RestPath long id, @Valid @NotNull PositionRequest position) {
        conversations.move(actor.get(), id, position);
    }
}
