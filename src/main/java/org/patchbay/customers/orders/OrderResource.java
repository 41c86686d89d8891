package org.patchbay.customers.orders;

import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.NewOrder;
import org.patchbay.customers.OrderSearch;
import org.patchbay.customers.OrderView;
import org.patchbay.customers.Orders;
import org.patchbay.customers.imports.DecodedText;
import org.patchbay.customers.imports.OrderImport;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** Orders. Staff and API clients keep them; customers read their own. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class OrderResource {

    private final Orders orders;
    private final OrderImport orderImport;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    OrderResource(Orders orders, OrderImport orderImport, CurrentActor actor, Idempotency idempotency) {
        this.orders = orders;
        this.orderImport = orderImport;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createOrder", summary = "Create an order")
    @APIResponseSchema(value = OrderView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "The number is taken, or there is no such customer")
    public RestResponse<OrderView> create(
            @Valid @NotNull NewOrder request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var order = idempotency.once(me.accountId(), key, request, OrderView.class, () -> orders.create(request));
        return VersionedResponses.created("orders/" + order.id(), order, order.version());
    }

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Operation(
            operationId = "importOrders",
            summary = "Import orders",
            description = "CSV with a header, or JSON lines. Good lines are kept, each bad one is reported with its"
                    + " number; a repeated import changes nothing. The text is UTF-8 unless the `charset` of its"
                    + " content type or a byte order mark says otherwise. Columns of CSV are separated by commas,"
                    + " semicolons or tabs, as the header shows, or as a line such as `sep=;` before it says.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "text/csv",
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value = "number,customerId,product,quantity,amount,currency,orderedAt\n"
                                                + "A-1001,12,Desk lamp,1,49.90,EUR,2026-11-02T09:30:00Z\n")),
                @Content(
                        mediaType = "application/x-ndjson",
                        examples =
                                @ExampleObject(
                                        name = "jsonl",
                                        value = "{\"number\":\"A-1001\",\"customerId\":12,\"product\":\"Desk lamp\","
                                                + "\"quantity\":1,\"amount\":49.90,\"currency\":\"EUR\","
                                                + "\"orderedAt\":\"2026-11-02T09:30:00Z\"}\n"))
            })
    public RestResponse<OrderImport.Report> importCsv(
            InputStream text,
            @QueryParam("decimal")
                    @DefaultValue("POINT")
                    @Parameter(description = "The decimal separator of amounts in CSV")
                    OrderImport.Decimal decimal,
            @Context HttpHeaders headers)
            throws IOException {
        return VersionedResponses.said(orderImport.csv(DecodedText.over(text, headers.getMediaType()), decimal));
    }

    @POST
    @Path("/import")
    @Consumes({"application/x-ndjson", "application/jsonl"})
    @Operation(hidden = true)
    public RestResponse<OrderImport.Report> importJsonLines(InputStream text, @Context HttpHeaders headers)
            throws IOException {
        return VersionedResponses.said(orderImport.jsonLines(DecodedText.over(text, headers.getMediaType())));
    }

    @GET
    @RolesAllowed({
        Role.Names.CUSTOMER,
        Role.Names.AGENT,
        Role.Names.SUPERVISOR,
        Role.Names.ADMIN,
        Role.Names.INTEGRATION
    })
    @Operation(operationId = "listOrders", summary = "List orders, the newest first; customers get their own")
    public RestResponse<Page<OrderView>> list(
            @QueryParam("customerId") @Nullable Long customerId,
            @QueryParam("number") @Parameter(description = "The whole number") @Nullable String number,
            @QueryParam("text") @Parameter(description = "Part of the number or product") @Nullable String text,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return orders.list(new OrderSearch(customerId, number, text), after, limit)
                .response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Role.Names.CUSTOMER,
        Role.Names.AGENT,
        Role.Names.SUPERVISOR,
        Role.Names.ADMIN,
        Role.Names.INTEGRATION
    })
    @Operation(operationId = "readOrder", summary = "Read an order")
    public RestResponse<OrderView> read(@RestPath long id) {
        return tagged(orders.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateOrder", summary = "Change an order; its number stays")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<OrderView> update(
            @RestPath long id, @Valid @NotNull NewOrder change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(orders.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteOrder", summary = "Delete an order")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Tickets refer to the order")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        orders.delete(id, ifMatch);
    }

    private static RestResponse<OrderView> tagged(OrderView order) {
        return VersionedResponses.ok(order, order.version());
    }
}
