package org.patchbay.policies.trials;

import jakarta.annotation.security.RolesAllowed;
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
import org.patchbay.policies.rules.RulesRequest;
import org.patchbay.policies.versions.Drafting;
import org.patchbay.policies.versions.NewVersion;
import org.patchbay.policies.versions.PolicyVersionView;
import org.patchbay.policies.versions.PolicyVersions;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** The versions of a routing policy: drafted, tried, published, and gone back to. */
@Path("/routing-policies/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Routing policies")
@RolesAllowed(Role.Names.ADMIN)
public class PolicyVersionResource {

    private final PolicyVersions versions;
    private final Trials trials;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    PolicyVersionResource(PolicyVersions versions, Trials trials, CurrentActor actor, Idempotency idempotency) {
        this.versions = versions;
        this.trials = trials;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createRoutingPolicyVersion", summary = "Draft a version")
    @APIResponseSchema(value = PolicyVersionView.class, responseCode = "201", responseDescription = "Drafted")
    public RestResponse<PolicyVersionView> create(
            @RestPath long id,
            @Valid @NotNull NewVersion request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var draft = idempotency.once(
                me.accountId(),
                key,
                new Drafting(id, request),
                PolicyVersionView.class,
                () -> versions.create(id, request));
        return VersionedResponses.created(
                "routing-policies/" + id + "/versions/" + draft.number(), draft, draft.version());
    }

    @GET
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "listRoutingPolicyVersions", summary = "List versions, the newest first, without rules")
    public RestResponse<Page<PolicyVersionView>> list(
            @RestPath long id,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return versions.list(id, after, limit).response(uri);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "readRoutingPolicyVersion", summary = "Read a version")
    public RestResponse<PolicyVersionView> read(@RestPath long id, @RestPath long number) {
        return tagged(versions.read(id, number));
    }

    @PUT
    @Path("/{number}")
    @Operation(operationId = "updateRoutingPolicyVersion", summary = "Change a draft")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "It was published")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<PolicyVersionView> update(
            @RestPath long id,
            @RestPath long number,
            @Valid @NotNull RulesRequest change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(versions.update(id, number, change, ifMatch));
    }

    @POST
    @Path("/{number}/publish")
    @Operation(
            operationId = "publishRoutingPolicyVersion",
            summary = "Let a version decide",
            description =
                    "For all tickets of the organisation that are opened from now on, in place of the one that was"
                            + " published before, whichever policy that is of. To go back, publish that one again.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "Something that it chooses is gone")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<PolicyVersionView> publish(
            @RestPath long id, @RestPath long number, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(versions.publish(id, number, ifMatch));
    }

    @POST
    @Path("/{number}/withdraw")
    @Operation(
            operationId = "withdrawRoutingPolicyVersion",
            summary = "Let no version decide",
            description = "All tickets go to the default queue.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "It is not published")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<PolicyVersionView> withdraw(
            @RestPath long id, @RestPath long number, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(versions.withdraw(id, number, ifMatch));
    }

    @POST
    @Path("/{number}/test")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "testRoutingPolicyVersion", summary = "Try a version with a ticket that nobody opened")
    public RestResponse<Trial> test(@RestPath long id, @RestPath long number, @Valid @NotNull TrialTicket ticket) {
        return VersionedResponses.said(trials.run(id, number, ticket));
    }

    private static RestResponse<PolicyVersionView> tagged(PolicyVersionView own) {
        return VersionedResponses.ok(own, own.version());
    }
}
