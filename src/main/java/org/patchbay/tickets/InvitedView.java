package org.patchbay.tickets;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A colleague who is invited into a ticket, as clients see them. */
@RegisterForReflection
public record InvitedView(
        @Schema(description = "Their account", examples = "12")
        long id,

        @Schema(examples = "Ada Agent") String name,

        InvitedAs as,
        Instant invitedAt) {}
