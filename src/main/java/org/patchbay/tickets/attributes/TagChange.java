package org.patchbay.tickets.attributes;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.tickets.TicketAttributes;

/** Tags that a ticket gets and loses. */
public record TagChange(
        @Size(max = TicketAttributes.MOST_TAGS)
        @Schema(description = "It keeps those that it bears", examples = "[3]", nullable = true)
        List<@NotNull Long> add,

        @Size(max = TicketAttributes.MOST_TAGS)
        @Schema(description = "One that it does not bear makes no difference", examples = "[5]", nullable = true)
        List<@NotNull Long> remove) {

    public TagChange {
        add = add == null ? List.of() : add;
        remove = remove == null ? List.of() : remove;
    }
}
