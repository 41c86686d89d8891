package org.patchbay.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.marks.ExternalId;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** By what other systems know a customer. Agents do not say it: it is by what the shop's customers come in. */
@Path("/customers/{id}/external-id")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed({Role.Names.ADMIN, Role.Names.INTEGRATION})
public class ExternalIdResource {

    private final ExternalIds externalIds;

    ExternalIdResource(ExternalIds externalIds) {
        this.externalIds = externalIds;
    }

    record NewExternalId(
            @NotNull
            @ExternalId
            @Schema(description = "Unique in the organisation; its case matters", examples = "4711")
            String externalId) {}

    @PUT
    @Operation(
            operationId = "setExternalId",
            summary = "Say by what another system knows a customer",
            description = "Where the shop vouches for its customers, the one of this id comes in as this customer from"
                    + " now on, and sees what is theirs.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(
            responseCode = "409",
            description = "Another customer has it, or the shop vouched for this one by another")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<CustomerView> set(
            @RestPath long id,
            @Valid @NotNull NewExternalId request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var customer = externalIds.set(id, request.externalId(), ifMatch);
        return VersionedResponses.ok(customer, customer.version());
    }

    @DELETE
    @Operation(operationId = "deleteExternalId", summary = "Forget by what another system knows a customer")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "409", description = "The shop vouched for them by it")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        externalIds.set(id, null, ifMatch);
    }
}
