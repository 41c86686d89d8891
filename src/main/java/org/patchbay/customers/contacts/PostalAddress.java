package org.patchbay.customers.contacts;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a customer gets letters and parcels. */
@RegisterForReflection
public record PostalAddress(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(
                description = "Street, number and what else stands above the town",
                examples = "Hauptplatz 1, 2nd floor")
        String street,

        @Size(max = 20)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(examples = "8010", nullable = true)
        @Nullable
        String postalCode,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(examples = "Graz")
        String city,

        @Size(max = 100)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(description = "State, province or county", examples = "Styria", nullable = true)
        @Nullable
        String region,

        @Pattern(regexp = "[A-Z]{2}", message = "{patchbay.country}")
        @Schema(description = "ISO 3166-1 alpha-2", examples = "AT", nullable = true)
        @Nullable
        String country,

        @Size(max = Contacts.LONGEST_LABEL)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(examples = "Parcels", nullable = true)
        @Nullable
        String label) {

    /** The same place, whatever it is called. */
    PostalAddress unlabelled() {
        return new PostalAddress(street, postalCode, city, region, country, null);
    }

    String inOneLine() {
        return Stream.of(street, postalCode, city, region, country)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
