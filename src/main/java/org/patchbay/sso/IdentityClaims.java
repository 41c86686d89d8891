package org.patchbay.sso;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.patchbay.shared.language.Texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The claims about its owner in a token that was verified elsewhere. */
record IdentityClaims(JsonNode json) {

    /** Whether a token tells a claim. */
    enum Availability {
        HERE,
        /**
         * It names another place to ask, as Entra ID does for more than 200 groups (OpenID Connect Core 1.0, 5.6.2).
         */
        ELSEWHERE,
        NOT_AT_ALL
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The format that {@link org.patchbay.identity.Credentials} demands of people. */
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@+-]{3,190}");

    private static final int MAX_EMAIL = 190;
    private static final int MAX_NAME = 200;

    static IdentityClaims of(String verifiedToken) {
        try {
            return new IdentityClaims(
                    JSON.readTree(Base64.getUrlDecoder().decode(verifiedToken.split("\\.")[1])));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Optional<String> text(String name) {
        return Optional.of(json.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && Texts.isWhole(text));
    }

    /** An empty claim is told; a missing one is not. */
    Availability told(String path) {
        var claim = at(path);
        if (!claim.isMissingNode() && !claim.isNull()) {
            return Availability.HERE;
        }
        return json.path("_claim_names").has(path) ? Availability.ELSEWHERE : Availability.NOT_AT_ALL;
    }

    /** The values of one claim: its text, or the texts in its array. Slashes separate steps into objects. */
    Set<String> values(String path) {
        var claim = at(path);
        var values = new TreeSet<String>();
        if (claim.isTextual()) {
            values.add(Texts.composed(claim.asText()));
        }
        claim.forEach(each -> {
            if (each.isTextual()) {
                values.add(Texts.composed(each.asText()));
            }
        });
        return values;
    }

    /** A claim's own name may contain slashes, as names that are addresses do. */
    private JsonNode at(String path) {
        return json.has(path) ? json.path(path) : json.at("/" + path);
    }

    /** Whether the token was made for this client (OpenID Connect Core 1.0, section 2). */
    boolean areFor(String clientId) {
        return values("aud").contains(clientId)
                || text("azp").filter(clientId::equals).isPresent();
    }

    /** Empty where the database would take it for another: it ignores spaces at the end. */
    Optional<String> subject() {
        return text("sub").filter(subject -> subject.length() <= 255 && !subject.endsWith(" "));
    }

    /** The first claim that can be a user name; a subject is a poor name, but nobody else's. */
    Optional<String> username() {
        return Stream.of("preferred_username", "email", "sub")
                .flatMap(name -> text(name).stream())
                .filter(name -> USERNAME.matcher(name).matches())
                .findFirst();
    }

    /** Empty where the provider says that it did not verify the address. */
    Optional<String> email() {
        boolean verified = !json.path("email_verified").isBoolean()
                || json.path("email_verified").asBoolean();
        return text("email").filter(email -> verified && email.length() <= MAX_EMAIL && email.indexOf('@') > 0);
    }

    String name() {
        var name = text("name").or(this::username).orElse("?");
        return Texts.beginning(Texts.composed(name), MAX_NAME);
    }
}
