package org.patchbay.queues;

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
import org.patchbay.queues.members.QueueMemberView;
import org.patchbay.queues.members.QueueMembers;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** Queues. Admins keep them; supervisors, too, set their staffing. */
@Path("/queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues", description = "Where tickets wait, who serves them, and what the channels cost that they come by")
@RolesAllowed(Role.Names.ADMIN)
public class QueueResource {

    private final Queues queues;
    private final QueueMembers members;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    QueueResource(Queues queues, QueueMembers members, CurrentActor actor, Idempotency idempotency) {
        this.queues = queues;
        this.members = members;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createQueue", summary = "Create a queue, which nobody serves yet")
    @APIResponseSchema(value = QueueView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The name is taken, or there is no such queue or API client")
    public RestResponse<QueueView> create(
            @Valid @NotNull QueueRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var queue = idempotency.once(me.accountId(), key, request, QueueView.class, () -> queues.create(request));
        return VersionedResponses.created("queues/" + queue.id(), queue, queue.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listQueues", summary = "List queues")
    public RestResponse<Page<QueueView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return queues.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readQueue", summary = "Read a queue")
    public RestResponse<QueueView> read(@RestPath long id) {
        return tagged(queues.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateQueue", summary = "Change a queue")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(
            responseCode = "409",
            description = "The name is taken, there is no such overflow queue, or it leads back to this one")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<QueueView> update(
            @RestPath long id, @Valid @NotNull QueueRequest change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(queues.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteQueue", summary = "Delete a queue")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "It is the default queue, or another one leads on to it")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        queues.delete(id, ifMatch);
    }

    @GET
    @Path("/{id}/members")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listQueueMembers", summary = "List who serves a queue, of those whom one sees")
    public List<QueueMemberView> members(@RestPath long id) {
        return members.list(id);
    }

    @PUT
    @Path("/{id}/members")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "setQueueMembers",
            summary = "Say who serves a queue",
            description = "Replaces the whole list, so whoever sees only a part of the organisation may not.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such agent or group")
    public List<QueueMemberView> setMembers(
            @RestPath long id, @NotNull @Size(max = 1000) List<@NotNull @Valid QueueMemberView> wanted) {
        return members.replace(id, wanted);
    }

    private static RestResponse<QueueView> tagged(QueueView queue) {
        return VersionedResponses.ok(queue, queue.version());
    }
}
