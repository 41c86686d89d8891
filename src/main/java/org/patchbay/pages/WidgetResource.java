package org.patchbay.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** The sites that show an organisation's widget. Its admins keep them, and operators those of any organisation. */
@Path("/organisations/{id}/widget")
@Tag(name = "Organisations")
@RolesAllowed({Role.Names.ADMIN, Role.Names.OPERATOR})
public class WidgetResource {

    private final Widgets widgets;
    private final CurrentActor actor;

    WidgetResource(Widgets widgets, CurrentActor actor) {
        this.widgets = widgets;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "readWidget", summary = "Read which sites may show an organisation's widget")
    public WidgetSettings read(@RestPath long id) {
        actor.checkKeeps(id);
        return widgets.read(id);
    }

    @PUT
    @Operation(
            operationId = "setWidget",
            summary = "Say which sites may show an organisation's widget",
            description = "Within seconds browsers show it in frames of these sites and of no others.")
    public WidgetSettings set(@RestPath long id, @Valid @NotNull WidgetSettings settings) {
        actor.checkKeeps(id);
        return widgets.put(id, settings);
    }
}
