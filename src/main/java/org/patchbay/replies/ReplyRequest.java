package org.patchbay.replies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved reply in a request. */
record ReplyRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Refund issued")
        String name,

        @NotBlank
        @Size(max = 4000)
        @KnownPlaceholders
        @Schema(
                description =
                        "May name {customer.name}, {ticket.id}, {order.number} and {agent.name}, which whoever shows"
                                + " it fills in; other braces with something in them are refused",
                examples = "Dear {customer.name}, we refunded order {order.number}. {agent.name}")
        String text,

        @Schema(
                description =
                        "Whether everybody of the staff sees it, which supervisors and admins may say; false where"
                                + " absent",
                examples = "false",
                nullable = true)
        Boolean shared) {

    ReplyRequest {
        shared = shared != null && shared;
    }
}
