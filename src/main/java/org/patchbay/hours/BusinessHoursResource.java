package org.patchbay.hours;

import java.time.Instant;
import java.util.Objects;

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
import org.patchbay.shared.time.Times;

/** Business hours. Admins keep them. */
@Path("/business-hours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Business hours")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class BusinessHoursResource {

    private final Hours hours;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    BusinessHoursResource(Hours hours, CurrentActor actor, Idempotency idempotency) {
        this.hours = hours;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(operationId = "createBusinessHours", summary = "Say when a queue can be open")
    @APIResponseSchema(value = BusinessHoursView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public RestResponse<BusinessHoursView> create(
            @Valid @NotNull BusinessHoursRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var made = idempotency.once(me.accountId(), key, request, BusinessHoursView.class, () -> hours.create(request));
        return VersionedResponses.created("business-hours/" + made.id(), made, made.version());
    }

    @GET
    @Operation(operationId = "listBusinessHours", summary = "List business hours")
    public RestResponse<Page<BusinessHoursView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return hours.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readBusinessHours", summary = "Read business hours")
    public RestResponse<BusinessHoursView> read(@RestPath long id) {
        return tagged(hours.read(id));
    }

    @GET
    @Path("/{id}/open")
    @Operation(
            operationId = "readWhetherOpen",
            summary = "Tell whether it is open at a time, and when that changes",
            description =
                    "A time that the clock on the wall leaves out is as much later as the clock is put forward; one"
                            + " that comes twice means the first.")
    public OpenView open(
            @RestPath long id, @QueryParam("at") @Parameter(description = "Absent for now") @Nullable Instant at) {
        return OpenView.of(hours.openingHours(id), Objects.requireNonNullElseGet(at, Times::now));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(operationId = "updateBusinessHours", summary = "Change business hours")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<BusinessHoursView> update(
            @RestPath long id,
            @Valid @NotNull BusinessHoursRequest change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(hours.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(operationId = "deleteBusinessHours", summary = "Delete business hours that no queue has")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "A queue has them")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        hours.delete(id, ifMatch);
    }

    private static RestResponse<BusinessHoursView> tagged(BusinessHoursView hours) {
        return VersionedResponses.ok(hours, hours.version());
    }
}
