package org.patchbay.recordings.settings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** Which calls are recorded. Admins set it. */
@Path("/recording-setting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class RecordingSettingResource {

    private final RecordingSettings settings;

    RecordingSettingResource(RecordingSettings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(operationId = "readRecordingSetting", summary = "Read which calls are recorded")
    public RestResponse<RecordingSettingView> read() {
        return tagged(settings.read());
    }

    @PUT
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            operationId = "setRecordingSetting",
            summary = "Say which calls are recorded, what customers are told of it, and how long it is kept")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "There is no such queue, or no master key to encrypt with")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<RecordingSettingView> set(
            @Valid @NotNull RecordingSettingRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(settings.set(request, ifMatch));
    }

    private static RestResponse<RecordingSettingView> tagged(RecordingSettingView setting) {
        return VersionedResponses.ok(setting, setting.version());
    }
}
