package org.patchbay.calls;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The presence of somebody in a call. */
@RegisterForReflection
public record LegView(
        @Schema(examples = "8") long id,

        @Schema(description = "Their account", examples = "12")
        long accountId,

        @Schema(examples = "Ada", nullable = true) @Nullable String name,

        LegRole role,
        LegMode mode,
        boolean muted,

        @Schema(description = "Whether they show themselves")
        boolean camera,

        @Schema(description = "Whether they show their screen")
        boolean screen,

        Instant joinedAt,
        @Schema(nullable = true) @Nullable Instant endedAt,
        @Schema(nullable = true) @Nullable LegEnd endedBy,

        @Schema(description = "Of their line, for staff alone; absent before it is measured", nullable = true) @Nullable
        Quality quality,

        @Schema(
                description = "How people would rate the line now, estimated, from 1 to 4.5; for staff alone",
                examples = "4.3",
                nullable = true)
        @Nullable
        Double mos) {

    static LegView of(Leg leg, boolean forStaff) {
        var quality = forStaff ? leg.quality() : null;
        return new LegView(
                leg.id,
                leg.accountId,
                leg.name,
                leg.role,
                leg.mode,
                leg.muted,
                leg.camera,
                leg.screen,
                leg.joinedAt,
                leg.endedAt,
                leg.endedBy,
                quality,
                quality == null ? null : Math.round(quality.mos() * 100) / 100.0);
    }
}
