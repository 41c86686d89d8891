package org.patchbay.customers.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Spelling;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An e-mail address of a customer. */
@RegisterForReflection
public record EmailAddress(
        @NotNull
        @Email
        @Size(max = 190)
        @Schema(description = "Its case does not matter: it is kept in lower case", examples = "carla@example.org")
        String address,

        @Size(max = Contacts.LONGEST_LABEL)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(examples = "Work", nullable = true)
        @Nullable
        String label) {

    public EmailAddress {
        address = address == null ? null : Spelling.folded(address);
    }
}
