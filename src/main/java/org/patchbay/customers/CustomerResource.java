package org.patchbay.customers;

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
import org.patchbay.shared.search.Search;

/** Customers. Staff and API clients keep them. */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class CustomerResource {

    private final Customers customers;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    CustomerResource(Customers customers, CurrentActor actor, Idempotency idempotency) {
        this.customers = customers;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createCustomer", summary = "Create a customer, with or without a sign-in")
    @APIResponseSchema(value = CustomerView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "An e-mail address or the user name is taken")
    public RestResponse<CustomerView> create(
            @Valid @NotNull NewCustomer request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var customer =
                idempotency.once(me.accountId(), key, request, CustomerView.class, () -> customers.create(request));
        return VersionedResponses.created("customers/" + customer.id(), customer, customer.version());
    }

    @GET
    @Operation(operationId = "listCustomers", summary = "List customers")
    public RestResponse<Page<CustomerView>> list(
            @QueryParam("text")
                    @Parameter(
                            description =
                                    "Part of the name, of an address, of the external id or of a telephone number")
                    @Nullable
                    String text,
            @QueryParam("groupId") @Parameter(description = "Of this group, not of those below it") @Nullable
                    Long groupId,
            @QueryParam("externalId") @Parameter(description = "Whole, as it is written") @Nullable String externalId,
            @QueryParam("tagId") @Parameter(description = "Who bears this tag") @Nullable Long tagId,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return customers
                .list(new CustomerSearch(Search.part(text), groupId, externalId, tagId), after, limit)
                .response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCustomer", summary = "Read a customer")
    public RestResponse<CustomerView> read(@RestPath long id) {
        return tagged(customers.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateCustomer", summary = "Change a customer")
    @APIResponse(responseCode = "403", description = "The primary address of one who signs in, and an agent asks")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<CustomerView> update(
            @RestPath long id,
            @Valid @NotNull CustomerChange change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(customers.update(actor.get(), id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteCustomer", summary = "Delete a customer and their sign-in")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Orders or tickets refer to the customer")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        customers.delete(id, ifMatch);
    }

    private static RestResponse<CustomerView> tagged(CustomerView customer) {
        return VersionedResponses.ok(customer, customer.version());
    }
}
