package org.patchbay.deliveries;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Page;

/** Deliveries to others outside that wait, or were given up. */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "What is still to be told to others outside, such as mails to customers")
@RolesAllowed(Role.Names.ADMIN)
public class DeliveryResource {

    private final Deliveries deliveries;

    DeliveryResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Operation(
            operationId = "listDeliveries",
            summary = "List what is not delivered yet",
            description = "Those that were given up are kept for 30 days by default.")
    public RestResponse<Page<DeliveryView>> list(
            @QueryParam("state") @Parameter(description = "Only those that stand so") @Nullable DeliveryState state,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return deliveries.list(state, after, limit).response(uri);
    }

    @POST
    @Path("/{id}/retry")
    @Operation(
            operationId = "retryDelivery",
            summary = "Try a delivery again that was given up",
            description = "It begins with its first attempt. One that waits is left as it is.")
    @APIResponse(responseCode = "200", description = "As it is now")
    public DeliveryView retry(@RestPath long id) {
        return deliveries.retry(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "discardDelivery", summary = "Give up a delivery for good")
    @APIResponse(responseCode = "204", description = "Gone; one that was under way may be delivered all the same")
    public void discard(@RestPath long id) {
        deliveries.discard(id);
    }
}
