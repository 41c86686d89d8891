package org.patchbay.customers.contacts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A telephone number of a customer. */
@RegisterForReflection
public record PhoneNumber(
        @NotNull
        @Size(max = 40)
        @Pattern(regexp = TYPED, message = "{patchbay.phone-number}")
        @Schema(
                description = "As it is typed, with its country code: + or 00, and digits, spaces and any of ()/.-",
                examples = "0043 660 / 123 45 67")
        String number,

        @Schema(
                description = "The same number by E.164. Patchbay says it, whatever a request says",
                examples = "+436601234567",
                nullable = true)
        String e164,

        @Size(max = Contacts.LONGEST_LABEL)
        @Pattern(regexp = Contacts.ONE_LINE, message = "{patchbay.one-line}")
        @Schema(examples = "Mobile", nullable = true)
        @Nullable
        String label) {

    private static final String TYPED = " *(\\+|00) *[1-9]([ ()/.-]*[0-9]){6,14}[ )/.-]*";

    private static final String DIALLED = "[+()/. 0-9-]*";

    private static final int LEAST_SOUGHT = 4;

    public PhoneNumber {
        e164 = number == null ? null : "+" + digits(number);
    }

    /** A zero in brackets is dialled within the country only. */
    private static String digits(String number) {
        return number.replace("(0)", "").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }

    /** The digits by which a number is found, with and without its country code; null where no number is sought. */
    public static @Nullable String sought(@Nullable String text) {
        if (text == null || !text.matches(DIALLED)) {
            return null;
        }
        var digits = digits(text);
        return digits.length() < LEAST_SOUGHT ? null : digits;
    }
}
