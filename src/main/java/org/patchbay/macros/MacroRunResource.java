package org.patchbay.macros;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.tickets.TicketView;

/** Macros that are run. */
@Path("/tickets/{id}/macros/{macroId}")
@Tag(name = "Macros")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MacroRunResource {

    private final MacroRuns runs;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    MacroRunResource(MacroRuns runs, CurrentActor actor, Idempotency idempotency) {
        this.runs = runs;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "runMacro",
            summary = "Take all steps of a macro with a ticket, or none",
            description = "Agents with tickets that they hold, supervisors with any that is live. Its steps are"
                    + " those of the supervisors who made it: an agent may run also what they may not do one by one.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(
            responseCode = "409",
            description = "A step cannot be taken, or a text says what is not known of the ticket: nothing changed")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<TicketView> run(
            @RestPath long id,
            @RestPath long macroId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var ticket = idempotency.once(
                me.accountId(),
                key,
                Arrays.asList(id, macroId, ifMatch),
                TicketView.class,
                () -> runs.run(me, id, macroId, ifMatch));
        return VersionedResponses.ok(ticket, ticket.version());
    }
}
