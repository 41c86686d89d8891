package org.patchbay.customers;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.contacts.Contacts;
import org.patchbay.customers.contacts.EmailAddress;
import org.patchbay.customers.contacts.PhoneNumber;
import org.patchbay.customers.contacts.PostalAddress;
import org.patchbay.identity.Credentials;

/** A customer to create, with or without a sign-in. */
public record NewCustomer(
        @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
        String name,

        @NotNull
        @Email
        @Size(max = 190)
        @Schema(description = "Its case does not matter: it is kept in lower case", examples = "carla@example.org")
        String email,

        @Size(max = Contacts.MOST)
        @Schema(
                description = "All of them, with labels; `email` is the primary one, whether it is among them or not",
                nullable = true)
        @Nullable
        List<@NotNull @Valid EmailAddress> emails,

        @Size(max = Contacts.MOST) @Schema(description = "The primary one first", nullable = true) @Nullable
        List<@NotNull @Valid PhoneNumber> phones,

        @Size(max = Contacts.MOST) @Schema(description = "The primary one first", nullable = true) @Nullable
        List<@NotNull @Valid PostalAddress> postalAddresses,

        @Schema(
                description = "Where absent, the organisation itself, or the only group of whoever sees no more",
                examples = "3",
                nullable = true)
        @Nullable
        Long groupId,

        @Size(max = 35)
        @Pattern(regexp = Customer.LANGUAGE, message = "{patchbay.language-tag}")
        @Schema(description = "BCP 47", examples = "de-AT", nullable = true)
        @Nullable
        String language,

        @Size(max = Customer.MAX_ATTRIBUTES)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Further attributes; routing policies can ask for them",
                examples = "{\"tier\":\"gold\"}",
                nullable = true)
        @Nullable
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 1000) String> attributes,

        @Size(max = CustomerTags.MOST) @Schema(description = "Their tags", examples = "[]", nullable = true) @Nullable
        List<@NotNull Long> tagIds,

        @Valid @Schema(nullable = true) @Nullable Credentials signIn) {

    public NewCustomer(String name, String email, @Nullable Long groupId, @Nullable Credentials signIn) {
        this(name, email, null, null, null, groupId, null, null, null, signIn);
    }

    Contacts contacts() {
        return Contacts.NONE
                .with(phones, postalAddresses)
                .withEmails(Contacts.primary(email, Objects.requireNonNullElse(emails, List.of())));
    }
}
