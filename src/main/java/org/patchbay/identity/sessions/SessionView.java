package org.patchbay.identity.sessions;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A session as its owner sees it. */
@RegisterForReflection
record SessionView(
        @Schema(examples = "12") long id,
        Instant createdAt,

        @Schema(description = "When it last signed in or refreshed its token")
        Instant lastUsedAt,

        @Schema(examples = "192.0.2.7") String address,

        @Schema(description = "At most 200 characters of it", examples = "Mozilla/5.0", nullable = true) @Nullable
        String userAgent,

        @Schema(description = "Whether it is the one that asks")
        boolean current) {

    static SessionView of(Session session, long currentId) {
        return new SessionView(
                session.id,
                session.createdAt,
                session.lastUsedAt,
                session.address,
                session.userAgent,
                session.id == currentId);
    }
}
