package org.patchbay.calls;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The state of somebody's line, as their device measures it. */
@RegisterForReflection
public record Quality(
        @DecimalMin("0")
        @DecimalMax("100")
        @Schema(description = "Packets that were lost, in per cent", examples = "0.4")
        double lossPercent,

        @DecimalMin("0") @DecimalMax("60000") @Schema(description = "In milliseconds", examples = "12")
        double jitterMs,

        @DecimalMin("0") @DecimalMax("60000") @Schema(description = "In milliseconds", examples = "80")
        double roundTripMs) {

    /**
     * An estimate of how people would rate it, from 1 to 4.5: the E-model of ITU-T G.107, reduced to delay and loss.
     * Jitter counts as delay of the buffer that makes up for it.
     */
    double mos() {
        double delay = roundTripMs / 2 + 2 * jitterMs + 10;
        double rating = 93.2 - delay / 40 - (delay > 160 ? (delay - 120) / 10 : 0) - 2.5 * lossPercent;
        if (rating <= 0) {
            return 1;
        }
        double within = Math.min(rating, 100);
        return Math.clamp(1 + 0.035 * within + 7e-6 * within * (within - 60) * (100 - within), 1, 4.5);
    }
}
