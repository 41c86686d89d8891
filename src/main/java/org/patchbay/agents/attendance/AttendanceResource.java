package org.patchbay.agents.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** How an organisation notices that agents are gone. Admins set it. */
@Path("/attendance")
@Tag(name = "Agents")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class AttendanceResource {

    private final AttendanceSettings settings;

    AttendanceResource(AttendanceSettings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(operationId = "readAttendance", summary = "Read how one sees whether agents are there")
    public RestResponse<AttendanceView> read() {
        return tagged(settings.read());
    }

    @PUT
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            operationId = "setAttendance",
            summary = "Say how one sees whether agents are there",
            description = "Works at once, also for what is held by who is AWAY or OFFLINE already.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<AttendanceView> set(
            @Valid @NotNull AttendanceRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(settings.set(request, ifMatch));
    }

    private static RestResponse<AttendanceView> tagged(AttendanceView attendance) {
        return VersionedResponses.ok(attendance, attendance.version());
    }
}
