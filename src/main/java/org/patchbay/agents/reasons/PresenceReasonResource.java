package org.patchbay.agents.reasons;

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

/** The reasons for being away. Admins name them. */
@Path("/presence-reasons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@RolesAllowed(Role.Names.ADMIN)
public class PresenceReasonResource {

    private final PresenceReasons reasons;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    PresenceReasonResource(PresenceReasons reasons, CurrentActor actor, Idempotency idempotency) {
        this.reasons = reasons;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createPresenceReason", summary = "Name a reason for being away")
    @APIResponseSchema(value = PresenceReasonView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public RestResponse<PresenceReasonView> create(
            @Valid @NotNull ReasonRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var reason =
                idempotency.once(me.accountId(), key, request, PresenceReasonView.class, () -> reasons.create(request));
        return VersionedResponses.created("presence-reasons/" + reason.id(), reason, reason.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "listPresenceReasons", summary = "List reasons for being away")
    public RestResponse<Page<PresenceReasonView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return reasons.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "readPresenceReason", summary = "Read a reason for being away")
    public RestResponse<PresenceReasonView> read(@RestPath long id) {
        return tagged(reasons.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updatePresenceReason", summary = "Rename a reason for being away")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<PresenceReasonView> update(
            @RestPath long id,
            @Valid @NotNull ReasonRequest change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(reasons.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deletePresenceReason", summary = "Delete a reason for which nobody is away")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Somebody is away for it")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        reasons.delete(id, ifMatch);
    }

    private static RestResponse<PresenceReasonView> tagged(PresenceReasonView reason) {
        return VersionedResponses.ok(reason, reason.version());
    }
}
