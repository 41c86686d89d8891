package org.patchbay.replies;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.patchbay.shared.paging.Page;

/** Saved replies of staff. */
@Path("/saved-replies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Saved replies", description = "Texts that staff use again and again")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class SavedReplyResource {

    private static final String FOR_EVERYBODY = "Supervisors and admins keep the shared ones";

    private final SavedReplies replies;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    SavedReplyResource(SavedReplies replies, CurrentActor actor, Idempotency idempotency) {
        this.replies = replies;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "createSavedReply",
            summary = "Keep a text, for oneself or for everybody",
            description = FOR_EVERYBODY + ".")
    @APIResponseSchema(value = ReplyView.class, responseCode = "201", responseDescription = "Kept")
    public RestResponse<ReplyView> create(
            @Valid @NotNull ReplyRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var reply = idempotency.once(me.accountId(), key, request, ReplyView.class, () -> replies.create(me, request));
        return VersionedResponses.created("saved-replies/" + reply.id(), reply, reply.version());
    }

    @GET
    @Operation(operationId = "listSavedReplies", summary = "List one's own texts and those for everybody")
    public RestResponse<Page<ReplyView>> list(
            @QueryParam("text") @Parameter(description = "Part of the name or text") @Nullable String text,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return replies.list(actor.get(), text, after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readSavedReply", summary = "Read a saved reply")
    public RestResponse<ReplyView> read(@RestPath long id) {
        return tagged(replies.read(actor.get(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateSavedReply", summary = "Change a saved reply", description = FOR_EVERYBODY + ".")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<ReplyView> update(
            @RestPath long id, @Valid @NotNull ReplyRequest change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(replies.update(actor.get(), id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSavedReply", summary = "Delete a saved reply", description = FOR_EVERYBODY + ".")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        replies.delete(actor.get(), id, ifMatch);
    }

    private static RestResponse<ReplyView> tagged(ReplyView reply) {
        return VersionedResponses.ok(reply, reply.version());
    }
}
