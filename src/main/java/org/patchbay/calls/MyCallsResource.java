package org.patchbay.calls;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** The calls of whoever is signed in. */
@Path("/me/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MyCallsResource {

    private final Calls calls;
    private final CurrentActor actor;

    MyCallsResource(Calls calls, CurrentActor actor) {
        this.calls = calls;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "listMyCalls",
            summary = "List one's calls that go on, the oldest first",
            description = "Of customers their own, of agents those of the tickets that they hold. So a page knows of a"
                    + " call to answer, or to come back to.")
    public List<CallView> list() {
        return calls.mine(actor.get());
    }
}
