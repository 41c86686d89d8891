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
import org.patchbay.shared.language.Spelling;

/** The values that a customer shall have after a PUT. */
public record CustomerChange(
        @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
        String name,

        @Email
        @Size(max = 190)
        @Schema(
                description =
                        "The primary one, which takes the place of the one before where `emails` is absent; as before"
                                + " where absent",
                examples = "carla@example.org",
                nullable = true)
        @Nullable
        String email,

        @Size(max = Contacts.MOST)
        @Schema(
                description = "All of them; `email`, or else the first, is the primary one. As before where absent",
                nullable = true)
        @Nullable
        List<@NotNull @Valid EmailAddress> emails,

        @Size(max = Contacts.MOST)
        @Schema(description = "The primary one first; as before where absent", nullable = true)
        @Nullable
        List<@NotNull @Valid PhoneNumber> phones,

        @Size(max = Contacts.MOST)
        @Schema(description = "The primary one first; as before where absent", nullable = true)
        @Nullable
        List<@NotNull @Valid PostalAddress> postalAddresses,

        @Schema(description = "The same as before where absent; the orders go along", examples = "3", nullable = true)
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

        @Size(max = CustomerTags.MOST)
        @Schema(description = "Their tags; as before where absent", examples = "[]", nullable = true)
        @Nullable
        List<@NotNull Long> tagIds) {

    /** How they are reached after it. */
    Contacts contactsAfter(Customer customer) {
        var before = customer.contacts();
        return before.with(phones, postalAddresses).withEmails(emailsAfter(before.emails(), customer.toldEmail));
    }

    private List<EmailAddress> emailsAfter(List<EmailAddress> before, @Nullable String told) {
        var primary = email == null ? null : Spelling.folded(email);
        // The word of the shop, sent back, is not the word of whoever sends it.
        if (primary == null || before.isEmpty() && primary.equals(told)) {
            return Objects.requireNonNullElse(emails, before);
        }
        boolean stays = !before.isEmpty() && before.getFirst().address().equals(primary);
        return Contacts.primary(primary, Objects.requireNonNullElseGet(emails, () -> before.stream()
                .skip(stays ? 0 : 1)
                .toList()));
    }
}
