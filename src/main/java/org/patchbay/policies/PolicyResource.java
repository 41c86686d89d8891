package org.patchbay.policies;

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

/** Routing policies. Admins keep them. */
@Path("/routing-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Routing policies", description = "Which queue, priority, skills and agent a ticket gets")
@RolesAllowed(Role.Names.ADMIN)
public class PolicyResource {

    private final Policies policies;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    PolicyResource(Policies policies, CurrentActor actor, Idempotency idempotency) {
        this.policies = policies;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createRoutingPolicy", summary = "Name a routing policy, which has no version yet")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public RestResponse<PolicyView> create(
            @Valid @NotNull PolicyRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var policy = idempotency.once(me.accountId(), key, request, PolicyView.class, () -> policies.create(request));
        return VersionedResponses.created("routing-policies/" + policy.id(), policy, policy.version());
    }

    @GET
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "listRoutingPolicies", summary = "List routing policies")
    public RestResponse<Page<PolicyView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return policies.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "readRoutingPolicy", summary = "Read a routing policy")
    public RestResponse<PolicyView> read(@RestPath long id) {
        return tagged(policies.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateRoutingPolicy", summary = "Rename a routing policy")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<PolicyView> update(
            @RestPath long id,
            @Valid @NotNull PolicyRequest change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(policies.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteRoutingPolicy", summary = "Delete a routing policy with its versions")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "A version of it is published")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        policies.delete(id, ifMatch);
    }

    private static RestResponse<PolicyView> tagged(PolicyView policy) {
        return VersionedResponses.ok(policy, policy.version());
    }
}
