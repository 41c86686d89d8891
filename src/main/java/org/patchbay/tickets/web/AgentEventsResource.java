package org.patchbay.tickets.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Page;
import org.patchbay.tickets.TicketEventView;
import org.patchbay.tickets.Tickets;

/** The events of an agent's tickets: given to them, resolved by others, taken back. */
@Path("/me/events")
@Tag(name = "Tickets")
@RolesAllowed(Role.Names.AGENT)
public class AgentEventsResource {

    private final Tickets tickets;
    private final CurrentActor actor;

    AgentEventsResource(Tickets tickets, CurrentActor actor) {
        this.tickets = tickets;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "myEvents",
            summary = "Events of my tickets, by any actor",
            description = "Ask again with the id of the last event seen: ids ascend, and nothing is missed.")
    public List<TicketEventView> events(
            @QueryParam("after")
                    @Parameter(description = "The id of the last event seen; from the first one on where it is absent")
                    @Nullable
                    Long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return tickets.eventsOfAgent(actor.get(), after, limit).items();
    }
}
