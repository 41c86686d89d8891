package org.patchbay.customers.identified;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.Vouched;
import org.patchbay.customers.identified.IdentityKeys.Verification;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.time.Times;

import io.quarkus.logging.Log;

/** The word of a shop's server for a customer (JWT, RFC 7519). */
final class ShopWord {

    /** A token that leaks out opens nothing for long. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final int MOST = 190;
    private static final int MOST_OF_NAME = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private ShopWord() {}

    /**
     * Empty where none of the keys signed it, it has ended or lasts too long, is for somebody else, or names nobody.
     *
     * @param audience the organisation's slug, which it may name
     */
    static Optional<Vouched> of(String token, List<Verification> keys, String audience) {
        return keys.stream()
                .flatMap(key -> verified(token, key, audience).stream())
                .findFirst()
                .flatMap(ShopWord::vouched);
    }

    private static Optional<JwtClaims> verified(String token, Verification key, String audience) {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(key.key())
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, key.algorithm().name()))
                .setEvaluationTime(NumericDate.fromMilliseconds(Times.now().toEpochMilli()))
                .setAllowedClockSkewInSeconds((int) CLOCK_SKEW.toSeconds())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes((int) LONGEST.toMinutes())
                .setExpectedAudience(false, audience)
                .build();
        try {
            return Optional.of(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            Log.debugf("A shop's word is not believed: %s", e.getErrorDetails());
            return Optional.empty();
        }
    }

    /** The database would take an id for another that ends with a space. */
    private static Optional<Vouched> vouched(JwtClaims claims) {
        return text(claims, "sub")
                .filter(id -> id.length() <= MOST && id.equals(id.strip()))
                .map(id -> new Vouched(id, name(claims), email(claims), language(claims)));
    }

    private static @Nullable String name(JwtClaims claims) {
        return text(claims, "name")
                .map(name -> Texts.beginning(Texts.composed(name.strip()), MOST_OF_NAME))
                .orElse(null);
    }

    private static @Nullable String email(JwtClaims claims) {
        return text(claims, "email")
                .filter(email ->
                        email.length() <= MOST && ADDRESS.matcher(email).matches())
                .orElse(null);
    }

    private static @Nullable String language(JwtClaims claims) {
        return text(claims, "locale")
                .map(locale -> locale.replace('_', '-'))
                .filter(locale -> LANGUAGE.matcher(locale).matches())
                .orElse(null);
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return Optional.ofNullable(claims.getClaimValue(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank() && Texts.isWhole(text));
    }
}
