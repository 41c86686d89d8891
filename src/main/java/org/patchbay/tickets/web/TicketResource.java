package org.patchbay.tickets.web;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;
import org.patchbay.tickets.OpenTicket;
import org.patchbay.tickets.Rating;
import org.patchbay.tickets.TicketCount;
import org.patchbay.tickets.TicketDispatch.TicketStep;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketEventView;
import org.patchbay.tickets.TicketExport;
import org.patchbay.tickets.TicketSort;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;
import org.patchbay.tickets.WaitView;
import org.patchbay.tickets.Waits;

/** Tickets. Customers open and follow their own; staff see all that their visibility allows. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class TicketResource {

    private static final String REFUSED = "Not now; `allowedSteps` says what one may do now";

    private static final String EXPAND = "Whether `details` tell what the ids mean: names, and the order";

    private final Tickets tickets;
    private final TicketExport export;
    private final Waits waits;
    private final FieldDefinitions fields;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    TicketResource(
            Tickets tickets,
            TicketExport export,
            Waits waits,
            FieldDefinitions fields,
            CurrentActor actor,
            Idempotency idempotency) {
        this.tickets = tickets;
        this.export = export;
        this.waits = waits;
        this.fields = fields;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "openTicket",
            summary = "Open a ticket",
            description =
                    "A customer opens a return case for an order of theirs, staff and other systems tickets of every"
                            + " channel for anybody.")
    @APIResponseSchema(
            value = TicketView.class,
            responseCode = "201",
            responseDescription = "Taken in, and with an agent already where one is free: `IN_PROGRESS`, or `OFFERED`;"
                    + " else an agent gets it as soon as one is")
    @APIResponse(responseCode = "404", description = "No such order, or not theirs")
    @APIResponse(
            responseCode = "409",
            description = "The order has a live ticket, to which `ticket` links; or the queue is"
                    + " closed or full, and refuses: `opensAt` says until when")
    public RestResponse<TicketView> open(
            @Valid @NotNull OpenTicket request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var ticket = tickets.open(me, request, idempotency.keyed(me.accountId(), key, request, TicketView.class));
        return VersionedResponses.created("tickets/" + ticket.id(), ticket, ticket.version());
    }

    @GET
    @Operation(operationId = "listTickets", summary = "List tickets; customers get their own")
    public RestResponse<Page<TicketView>> list(
            @Valid @BeanParam TicketFilters filters,
            @QueryParam("sort")
                    @Parameter(
                            description = "`openedAt` oldest first, `-openedAt` newest first, `priority` most urgent,"
                                    + " then oldest first, `relevance` where `text` is found best, then newest first,"
                                    + " `answerDueAt` and `resolutionDueAt` soonest first, and only those that have it."
                                    + " Absent: `relevance` where there is `text`, else `-openedAt`",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "openedAt",
                                                "-openedAt",
                                                "priority",
                                                "relevance",
                                                "answerDueAt",
                                                "resolutionDueAt"
                                            }))
                    @Nullable
                    String sort,
            @QueryParam("expand") @DefaultValue("false") @Parameter(description = EXPAND) boolean expand,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        var search = filters.search(actor.get(), fields);
        var order = sort == null ? search.usualSort() : TicketSort.ofText(sort);
        var page = expand
                ? tickets.listExpanded(actor.get(), search, order, after, limit)
                : tickets.list(actor.get(), search, order, after, limit);
        return page.response(uri);
    }

    @GET
    @Path("/count")
    @Operation(operationId = "countTickets", summary = "Count tickets; customers count their own")
    public TicketCount count(@Valid @BeanParam TicketFilters filters) {
        return new TicketCount(tickets.count(filters.search(actor.get(), fields)));
    }

    @GET
    @Path("/export")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Produces("application/x-ndjson")
    @Operation(operationId = "exportTickets", summary = "Export tickets, oldest first", description = "JSON lines.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each ticket",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = TicketView.class)))
    public StreamingOutput export(@Valid @BeanParam TicketFilters filters) {
        var me = actor.get();
        return export.of(me, filters.search(me, fields));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTicket", summary = "Read a ticket and the steps that one may take now")
    public RestResponse<TicketView> read(
            @RestPath long id,
            @QueryParam("expand") @DefaultValue("false") @Parameter(description = EXPAND) boolean expand) {
        return tagged(expand ? tickets.readExpanded(actor.get(), id) : tickets.read(actor.get(), id));
    }

    @GET
    @Path("/{id}/wait")
    @Operation(
            operationId = "readWait",
            summary = "Read a ticket's place in its queue, and how long it may still wait",
            description = "An estimate of what was a second ago: who comes later may be more urgent.")
    public WaitView waits(@RestPath long id) {
        return waits.of(id);
    }

    @GET
    @Path("/{id}/events")
    @Operation(
            operationId = "ticketHistory",
            summary = "Read a ticket's history",
            description = "Customers read nothing of how the house works, nor what colleagues tell each other.")
    public RestResponse<Page<TicketEventView>> events(
            @RestPath long id,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return tickets.history(actor.get(), id, after, limit).response(uri);
    }

    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "resolveTicket",
            summary = "Resolve a ticket",
            description = "Any agent may, unless configured otherwise. The agent who held it is free at once and has"
                    + " the next waiting ticket when this returns.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> resolve(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.RESOLVE, note, ifMatch, key);
    }

    @POST
    @Path("/{id}/settle")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.INTEGRATION)
    @Operation(
            operationId = "settleTicket",
            summary = "Resolve a chat that no agent needs to take; the bot that answers it",
            description = "The customer may go on: what they write opens it again, with the bot.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> settle(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.SETTLE, note, ifMatch, key);
    }

    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "resumeTicket", summary = "The customer answered: back to the queue, with its age")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> resume(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.RESUME, note, ifMatch, key);
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "releaseTicket",
            summary = "Give it back to the queue, with its age; the holder or a supervisor",
            description =
                    "The agent who has been idle longest gets it next. Where that can only be the same agent, they"
                            + " get it again: set the presence first to avoid that.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> release(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.RELEASE, note, ifMatch, key);
    }

    @POST
    @Path("/{id}/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reopenTicket",
            summary = "Reopen a resolved ticket, within the configured time",
            description = "It waits again, with its age. When the time is over, it closes by itself.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> reopen(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.REOPEN, note, ifMatch, key);
    }

    @POST
    @Path("/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "closeTicket", summary = "Close a resolved ticket for good")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> close(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.CLOSE, note, ifMatch, key);
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cancelTicket", summary = "Withdraw a live ticket")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = REFUSED)
    public RestResponse<TicketView> cancel(
            @RestPath long id,
            @Valid @Nullable StepNote note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return step(id, Step.CANCEL, note, ifMatch, key);
    }

    @PUT
    @Path("/{id}/group")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "moveTicket",
            summary = "Put a ticket into another group",
            description = "Where tickets are isolated, an agent who may not be given it there no longer holds it: it"
                    + " returns to the queue with its age.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such group")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> move(
            @RestPath long id, @Valid @NotNull NewGroup group, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(tickets.move(actor.get(), id, group.groupId(), ifMatch));
    }

    @POST
    @Path("/{id}/notes")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "noteOnTicket",
            summary = "Write into a ticket's history; the holder or a supervisor",
            description =
                    "The customer reads it, unless it is internal. It counts as the first response of whoever holds"
                            + " it.")
    public RestResponse<TicketView> note(
            @RestPath long id, @Valid @NotNull Note note, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var type = note.internal() ? TicketEventType.NOTED_INTERNALLY : TicketEventType.NOTED;
        return tagged(idempotency.once(
                me.accountId(),
                key,
                Arrays.asList(id, type, note.note()),
                TicketView.class,
                () -> tickets.note(me, id, type, note.note())));
    }

    @PUT
    @Path("/{id}/priority")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(
            operationId = "prioritiseTicket",
            summary = "Make a ticket more or less urgent",
            description = "A waiting one takes its new place in the queue, among those as urgent by its age.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> prioritise(
            @RestPath long id, @Valid @NotNull NewPriority urgency, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(tickets.prioritise(actor.get(), id, urgency.priority(), ifMatch));
    }

    @PUT
    @Path("/{id}/rating")
    @RolesAllowed(Role.Names.CUSTOMER)
    @Operation(
            operationId = "rateTicket",
            summary = "Say how well one's ticket was resolved",
            description = "Of a ticket that is resolved or closed. Until it is closed, the rating may be changed.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "It is not resolved, or it is closed and was rated")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> rate(
            @RestPath long id, @Valid @NotNull Rating rating, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(tickets.rate(actor.get(), id, rating, ifMatch));
    }

    private RestResponse<TicketView> step(
            long id, Step step, @Nullable StepNote note, @Nullable String ifMatch, @Nullable String key) {
        var me = actor.get();
        var text = StepNote.text(note);
        var content = Arrays.asList(id, step, text, ifMatch);
        var keyed = idempotency.keyed(me.accountId(), key, content, TicketView.class);
        return tagged(tickets.take(new TicketStep(me, id, step, text, ifMatch, keyed)));
    }

    private static RestResponse<TicketView> tagged(TicketView ticket) {
        return VersionedResponses.ok(ticket, ticket.version());
    }
}
