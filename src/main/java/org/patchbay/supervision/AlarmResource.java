package org.patchbay.supervision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.Role;

/** The alarm limits of queues. */
@Path("/queues/{id}/alarms")
@Tag(name = "Floor")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class AlarmResource {

    private final Alarms alarms;

    AlarmResource(Alarms alarms) {
        this.alarms = alarms;
    }

    @GET
    @Operation(operationId = "readQueueAlarms", summary = "Read from which figures on a queue alarms supervisors")
    public AlarmLimits read(@RestPath long id) {
        return alarms.read(id);
    }

    @PUT
    @Operation(
            operationId = "setQueueAlarms",
            summary = "Say from which figures on a queue alarms supervisors",
            description = "`GET /floor` lists the alarms that are raised.")
    public AlarmLimits set(@RestPath long id, @Valid @NotNull AlarmLimits limits) {
        return alarms.set(id, limits);
    }
}
