package org.patchbay.customers;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.contacts.EmailAddress;
import org.patchbay.customers.contacts.PhoneNumber;
import org.patchbay.customers.contacts.PostalAddress;
import org.patchbay.shared.tenancy.OfCustomer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A customer as clients see them. */
@RegisterForReflection
public record CustomerView(
        @Schema(examples = "12") long id,
        @Schema(examples = "Carla Customer") String name,

        @Schema(
                description = "The primary one, where mails go. Absent of a visitor, who gave none; of whom the shop"
                        + " vouches for, as the shop tells",
                examples = "carla@example.org",
                nullable = true)
        @Nullable
        String email,

        @Schema(description = "The primary one first; without what only the shop tells")
        List<EmailAddress> emails,

        @Schema(description = "The primary one first") List<PhoneNumber> phones,
        @Schema(description = "The primary one first") List<PostalAddress> postalAddresses,

        @Schema(examples = "3") long groupId,

        @Schema(description = "BCP 47", examples = "de-AT", nullable = true) @Nullable
        String language,

        @Schema(type = SchemaType.OBJECT, examples = "{\"tier\":\"gold\"}")
        SortedMap<String, String> attributes,

        @Schema(description = "Their tags") List<Long> tagIds,

        @Schema(description = "Whether they can sign in themselves")
        boolean signIn,

        @Schema(
                description = "By what their shop, or another system of the organisation, knows them: unique in it",
                examples = "4711",
                nullable = true)
        @Nullable
        String externalId,

        @Schema(description = "Since when the shop vouches for them; absent of all others", nullable = true) @Nullable
        Instant identifiedAt,

        @Schema(
                description = "The customer to whom all that was theirs belongs since, where they are the same person",
                examples = "13",
                nullable = true)
        @Nullable
        Long joinedTo,

        Instant createdAt,

        @Schema(
                description =
                        "When an admin asked that they be erased; the name and the address are placeholders since",
                nullable = true)
        @Nullable
        Instant erasedAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version)
        implements OfCustomer {

    @Override
    public long customerId() {
        return id;
    }

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.id,
                customer.name,
                customer.address(),
                customer.contacts().emails(),
                customer.contacts.phones(),
                customer.contacts.postalAddresses(),
                customer.groupId,
                customer.language,
                new TreeMap<>(customer.attributes),
                customer.tagIds,
                customer.accountId != null,
                customer.externalId,
                customer.identifiedAt,
                customer.joinedTo,
                customer.createdAt,
                customer.erasedAt,
                customer.version);
    }
}
