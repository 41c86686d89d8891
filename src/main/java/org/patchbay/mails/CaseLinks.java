package org.patchbay.mails;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.customers.CustomerView;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import static java.util.Objects.requireNonNull;

/**
 * Links by which customers come to one case of theirs without signing in. A link is signed, so nothing is stored. It is
 * over when the customer has another address than it was sent to, is erased, or its time has come.
 */
@ApplicationScoped
class CaseLinks {

    private static final Pattern TOKEN =
            Pattern.compile("(((\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,7}))\\.([\\w-]{11}))\\.([\\w-]{22})");

    private static final int ADDRESS_LETTERS = 11;
    private static final int SEAL_LETTERS = 22;

    private final SecretEncryption secrets;
    private final MailsConfig config;
    private final String publicUrl;

    CaseLinks(
            SecretEncryption secrets,
            MailsConfig config,
            @ConfigProperty(name = "patchbay.public-url") String publicUrl) {
        this.secrets = secrets;
        this.config = config;
        this.publicUrl = publicUrl;
    }

    /**
     * The case that a link leads to, and the customer whose it is.
     *
     * @param addressee a tag of the address that it was sent to
     */
    record Linked(
            long organisation, long conversation, long customer, Instant until, String subject, String addressee) {}

    /** A link to a conversation of the current organisation. The secret part comes where no server logs it. */
    String to(long conversation, CustomerView customer) {
        var last =
                Times.now().plus(config.linkLifetime()).atZone(ZoneOffset.UTC).toLocalDate();
        var subject = "%d.%d.%d.%d".formatted(CurrentOrganisation.id(), conversation, customer.id(), last.toEpochDay());
        var signed = subject + "." + address(subject, requireNonNull(customer.email()));
        return publicUrl + "/case#" + signed + "." + seal(signed);
    }

    /** A link that leads nowhere, for samples. */
    String sample() {
        return publicUrl + "/case#";
    }

    /** Empty where we never made it, or its time is over. */
    Optional<Linked> read(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches() || !same(seal(parts.group(1)), parts.group(8))) {
            return Optional.empty();
        }
        var end = LocalDate.ofEpochDay(number(parts, 6))
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Optional.of(new Linked(
                        number(parts, 3), number(parts, 4), number(parts, 5), end, parts.group(2), parts.group(7)))
                .filter(link -> Times.now().isBefore(link.until()));
    }

    /** Whether it was sent to this address. */
    boolean isFor(Linked link, String email) {
        return same(address(link.subject(), email), link.addressee());
    }

    private String address(String subject, String email) {
        return secrets.derive(Purpose.CASE_LINKS, subject + " " + email).substring(0, ADDRESS_LETTERS);
    }

    private String seal(String signed) {
        return secrets.derive(Purpose.CASE_LINKS, signed).substring(0, SEAL_LETTERS);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static long number(Matcher parts, int group) {
        return Long.parseLong(parts.group(group));
    }
}
