package org.patchbay.calls.settings;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.patchbay.calls.CallKind;
import org.patchbay.identity.Role;

/** The kinds of calls of whoever is signed in. */
@Path("/me/call-kinds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MyCallKindsResource {

    private final CallSettings settings;

    MyCallKindsResource(CallSettings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(
            operationId = "listMyCallKinds",
            summary = "List the kinds of calls that one may begin",
            description = "Pages show buttons for these alone.")
    public List<CallKind> list() {
        return settings.current().kinds();
    }
}
