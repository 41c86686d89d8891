package org.patchbay.groups;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.patchbay.identity.Isolation;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;

/** The kinds of data that groups hide from one another. */
@Path("/isolation")
@Tag(name = "Groups")
@RolesAllowed(Role.Names.ADMIN)
public class IsolationResource {

    private final Organisations organisations;

    IsolationResource(Organisations organisations) {
        this.organisations = organisations;
    }

    @GET
    @Operation(operationId = "readIsolation", summary = "Read what groups hide from one another")
    public Isolation read() {
        return organisations.isolation();
    }

    @PUT
    @Operation(
            operationId = "setIsolation",
            summary = "Say what groups hide from one another",
            description = "Works at once, for sessions that are under way too. Isolated data is seen by admins, and"
                    + " by others as their memberships say; tickets go to agents of their group only.")
    public Isolation set(@Valid @NotNull Isolation isolation) {
        return organisations.isolate(isolation);
    }
}
