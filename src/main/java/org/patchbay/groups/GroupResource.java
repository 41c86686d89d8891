package org.patchbay.groups;

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

/** The tree of groups, and their members. */
@Path("/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups", description = "Parts of an organisation; `/isolation` says what they hide from one another")
@RolesAllowed(Role.Names.ADMIN)
public class GroupResource {

    private final Groups groups;
    private final Memberships memberships;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    GroupResource(Groups groups, Memberships memberships, CurrentActor actor, Idempotency idempotency) {
        this.groups = groups;
        this.memberships = memberships;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createGroup", summary = "Create a group")
    @APIResponseSchema(value = GroupView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The parent has one of this name, or there is no such parent")
    public RestResponse<GroupView> create(
            @Valid @NotNull GroupRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var group = idempotency.once(me.accountId(), key, request, GroupView.class, () -> groups.create(request));
        return VersionedResponses.created("groups/" + group.id(), group, group.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(
            operationId = "listGroups",
            summary = "List groups",
            description = "Parents come before their children only where they were made before them. Where anything is"
                    + " isolated, staff see the groups that their memberships let them see.")
    public RestResponse<Page<GroupView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return groups.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readGroup", summary = "Read a group")
    public RestResponse<GroupView> read(@RestPath long id) {
        return tagged(groups.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateGroup", summary = "Rename a group, or move it with all below it")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "It would come below itself, or the name is taken there")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<GroupView> update(
            @RestPath long id, @Valid @NotNull GroupRequest change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(groups.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteGroup", summary = "Delete a group to which nothing belongs")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Groups, accounts, customers, orders or tickets belong to it")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        groups.delete(id, ifMatch);
    }

    @GET
    @Path("/{id}/members")
    @Operation(operationId = "listMembers", summary = "List who belongs to a group")
    public RestResponse<Page<MemberView>> members(
            @RestPath long id,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return memberships.list(id, after, limit).response(uri);
    }

    @PUT
    @Path("/{id}/members/{accountId}")
    @Operation(
            operationId = "putMember",
            summary = "Let an account belong to a group, and say what it sees there",
            description = "Works at once, for sessions that are under way too. An agent may be given the tickets of"
                    + " their groups, with SUBTREE also of those below, with ORGANISATION all.")
    public MemberView put(@RestPath long id, @RestPath long accountId, @Valid @NotNull MemberRequest request) {
        return memberships.put(id, accountId, request.sees());
    }

    @DELETE
    @Path("/{id}/members/{accountId}")
    @Operation(operationId = "removeMember", summary = "End an account's membership")
    @APIResponse(responseCode = "204", description = "Ended; what they hold stays with them")
    public void remove(@RestPath long id, @RestPath long accountId) {
        memberships.remove(id, accountId);
    }

    private static RestResponse<GroupView> tagged(GroupView group) {
        return VersionedResponses.ok(group, group.version());
    }
}
