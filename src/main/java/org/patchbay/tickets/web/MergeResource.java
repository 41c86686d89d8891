package org.patchbay.tickets.web;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.patchbay.tickets.TicketMerges;
import org.patchbay.tickets.TicketSplits;
import org.patchbay.tickets.TicketSplits.Split;
import org.patchbay.tickets.TicketView;

/** Two tickets that become one, and one that becomes two. */
@Path("/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MergeResource {

    private final TicketMerges merges;
    private final TicketSplits splits;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    MergeResource(TicketMerges merges, TicketSplits splits, CurrentActor actor, Idempotency idempotency) {
        this.merges = merges;
        this.splits = splits;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeTicket",
            summary = "Make two tickets one; the holder of one of them or a supervisor",
            description = "It is CANCELLED, and what was said about it stays readable there. What its customer writes"
                    + " there from now on is said in the conversation of the other one. A ticket about an order is the"
                    + " one that stays.")
    @APIResponse(responseCode = "200", description = "The one that ended")
    @APIResponse(
            responseCode = "409",
            description = "One is over, or of another customer, or the one that would end is about an order; where one"
                    + " was merged before, `ticket` links to where it went")
    @APIResponse(responseCode = "412", description = "If-Match names another version of the one that ends")
    public RestResponse<TicketView> merge(
            @RestPath long id,
            @Valid @NotNull MergeInto request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var ticket = idempotency.once(
                me.accountId(),
                key,
                Arrays.asList(id, "merge", request, ifMatch),
                TicketView.class,
                () -> merges.merge(me, id, request.into(), ifMatch));
        return VersionedResponses.ok(ticket, ticket.version());
    }

    @POST
    @Path("/split")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "splitTicket",
            summary = "Open a new ticket with a message of a ticket's customer; the holder or a supervisor",
            description =
                    "It has the same customer, group and channel, but for a return case, whose order stays with it:"
                            + " of that it is a CHAT. It begins with the words of the message and copies of its files,"
                            + " and is routed as every other one. The message stays where it is.")
    @APIResponseSchema(value = TicketView.class, responseCode = "201", responseDescription = "The new ticket")
    @APIResponse(
            responseCode = "409",
            description = "The message is none of the customer's, there is no such queue, or it is closed or full")
    public RestResponse<TicketView> split(
            @RestPath long id,
            @Valid @NotNull SplitRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var keyed = idempotency.keyed(me.accountId(), key, Arrays.asList(id, "split", request), TicketView.class);
        var ticket = splits.split(me, new Split(id, request.message(), request.queueId(), request.priority()), keyed);
        return VersionedResponses.created("tickets/" + ticket.id(), ticket, ticket.version());
    }
}
