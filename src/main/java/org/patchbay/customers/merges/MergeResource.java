package org.patchbay.customers.merges;

import java.util.List;

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

/** Customers who are one person. */
@Path("/customers/{id}/merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class MergeResource {

    private final Merges merges;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    MergeResource(Merges merges, CurrentActor actor, Idempotency idempotency) {
        this.merges = merges;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "mergeCustomers",
            summary = "Merge a customer into another",
            description =
                    "Tickets, conversations and orders of the one become the other's. The one's sign-in, and their"
                            + " id at the shop, lead to the other within seconds. It can be undone for a month, unless"
                            + " the operator says otherwise.")
    @APIResponseSchema(value = MergeView.class, responseCode = "201", responseDescription = "Merged")
    @APIResponse(responseCode = "409", description = "One of them is erased, or was merged before")
    public RestResponse<MergeView> merge(
            @RestPath long id,
            @Valid @NotNull MergeRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var merge = idempotency.once(
                me.accountId(),
                key,
                List.of(id, request.customerId()),
                MergeView.class,
                () -> merges.merge(me, id, request.customerId()));
        return VersionedResponses.created("customers/" + id + "/merges/" + merge.id(), merge);
    }

    @GET
    @Operation(operationId = "listMerges", summary = "List who was merged into a customer")
    public RestResponse<Page<MergeView>> list(
            @RestPath long id,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return merges.list(id, after, limit).response(uri);
    }

    @DELETE
    @Path("/{mergeId}")
    @Operation(
            operationId = "undoMerge",
            summary = "Undo a merge of customers",
            description = "What was the other's is theirs again, with all that was said since in their conversations."
                    + " Other new things stay.")
    @APIResponse(responseCode = "204", description = "They are two again")
    @APIResponse(responseCode = "409", description = "It was too long ago, or one of them is erased or merged since")
    public void undo(@RestPath long id, @RestPath long mergeId) {
        merges.undo(id, mergeId);
    }
}
