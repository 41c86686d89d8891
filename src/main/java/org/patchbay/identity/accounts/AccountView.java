package org.patchbay.identity.accounts;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A sign-in as admins see it. */
@RegisterForReflection
public record AccountView(
        @Schema(examples = "2") long id,
        @Schema(examples = "sam") String username,
        @Schema(examples = "Sam Supervisor") String name,

        @Schema(
                description = "Where links for a new password are mailed",
                examples = "sam@acme.example",
                nullable = true)
        @Nullable
        String email,

        @Schema(examples = "supervisor") List<String> roles,
        Instant createdAt) {

    public static AccountView of(Account account) {
        return new AccountView(
                account.id,
                account.username,
                account.name,
                account.email,
                account.roles.stream().map(Role::text).sorted().toList(),
                account.createdAt);
    }
}
