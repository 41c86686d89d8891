package org.patchbay.tags;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** The tags of an organisation. Admins name them. */
@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(
        name = "Tags",
        description = "Short names that tickets and customers are marked with")
@RolesAllowed(Role.Names.ADMIN)
public class TagResource {

    private final Tags tags;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    TagResource(Tags tags, CurrentActor actor, Idempotency idempotency) {
        this.tags = tags;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createTag", summary = "Name a tag")
    @APIResponseSchema(value = TagView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The name is taken, or there are too many")
    public RestResponse<TagView> create(
            @Valid @NotNull TagRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var tag = idempotency.once(me.accountId(), key, request, TagView.class, () -> tags.create(request));
        return VersionedResponses.created("tags/" + tag.id(), tag, tag.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listTags", summary = "List tags, archived ones, too")
    public RestResponse<Page<TagView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return tags.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readTag", summary = "Read a tag")
    public RestResponse<TagView> read(@RestPath long id) {
        return tagged(tags.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "updateTag",
            summary = "Rename, colour or archive a tag",
            description = "Conditions of routing policies name tags: one that the published policy asks for keeps its"
                    + " name.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The name is taken, or the published policy asks for the old one")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TagView> update(
            @RestPath long id, @Valid @NotNull TagRequest change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(tags.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteTag", summary = "Delete a tag that nothing bears")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "409",
            description = "A ticket or customer bears it, or the published policy asks for it: archive it instead")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        tags.delete(id, ifMatch);
    }

    private static RestResponse<TagView> tagged(TagView tag) {
        return VersionedResponses.ok(tag, tag.version());
    }
}
