package org.patchbay.tickets;

import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's rating of their resolved ticket. */
public record Rating(
        @NotNull @Min(1) @Max(5) @Schema(description = "5 is the best", examples = "5")
        Integer score,

        @Size(max = 2000) @Schema(examples = "Quick and friendly.", nullable = true) @Nullable
        String comment) {

    public Rating {
        comment = comment == null || comment.isBlank() ? null : comment.strip();
    }

    /** Whether the ticket already has this rating. */
    boolean isOf(Ticket ticket) {
        return score.equals(ticket.rating) && Objects.equals(comment, ticket.ratingComment);
    }
}
