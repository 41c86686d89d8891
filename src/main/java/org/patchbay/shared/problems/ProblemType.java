package org.patchbay.shared.problems;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.Words;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Every kind of problem a client can meet, with its stable {@code type} (RFC 9457). The first constant of a status also
 * serves for problems that the framework reports by status alone.
 */
public enum ProblemType implements Words {
    BAD_REQUEST(400, "The request is malformed"),
    VALIDATION_FAILED(400, "The request breaks a rule"),
    BAD_CURSOR(400, "The page cursor is not one of ours"),
    UNAUTHORIZED(401, "Sign in first"),
    WRONG_CREDENTIALS(401, "Unknown user name or wrong password"),
    SECOND_FACTOR_REQUIRED(401, "A code of the second factor is missing"),
    SESSION_ENDED(401, "The session ended"),
    FORBIDDEN(403, "You may not do this"),
    FOREIGN_ORIGIN(403, "Cookies are believed from our own pages only"),
    INSUFFICIENT_SCOPE(403, "The token is for something else"),
    ORGANISATION_SUSPENDED(403, "The organisation is suspended"),
    BLOCKED(403, "You cannot write here at the moment"),
    SIGN_UP_DISABLED(403, "Sign-up is switched off"),
    WRONG_PASSWORD(403, "The password is wrong"),
    WRONG_CODE(403, "The code is wrong"),
    NO_ROLE(403, "The identity provider gives you no role here"),
    IDENTITY_INCOMPLETE(403, "The identity provider tells too little of you"),
    CLAIM_MISSING(403, "The identity provider does not say which roles or groups you have"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The resource does not take this method"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    CONFLICT(409, "The request conflicts with what is stored"),
    ALREADY_EXISTS(409, "It exists already"),
    STILL_REFERRED_TO(409, "Something else still refers to it"),
    LIVE_TICKET_EXISTS(409, "The order has a live ticket already"),
    STEP_NOT_ALLOWED(409, "The ticket's state does not allow this step"),
    QUEUE_REFUSES(409, "The queue takes nothing now"),
    OFFER_GONE(409, "The offer is gone"),
    AGENT_AT_CAPACITY(409, "The agent holds all they can"),
    IDENTITY_TAKEN(409, "Somebody else has this user name or address"),
    AGENT_NOT_ELIGIBLE(409, "The agent may not be given this ticket"),
    STORAGE_FULL(409, "There is no room for more files"),
    FILE_INFECTED(409, "The file carries malware"),
    LINK_EXPIRED(410, "The link was used or is too old"),
    ERASED(410, "It was erased"),
    VERSION_MISMATCH(412, "Somebody changed it meanwhile"),
    CONTENT_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The resource does not take this media type"),
    RANGE_NOT_SATISFIABLE(416, "The file has no such part"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts"),
    INTERNAL_ERROR(500, "We failed"),
    IDENTITY_PROVIDER_FAILED(502, "The identity provider does not answer as it should"),
    TEMPORARILY_UNAVAILABLE(503, "Try again shortly");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** Its title. */
    @Override
    public String english() {
        return title;
    }

    public URI uri() {
        return URI.create(
                "urn:patchbay:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A builder with type, title and status, to which the caller adds the particulars. */
    public HttpProblem.Builder problem() {
        return HttpProblem.builder().withType(uri()).withTitle(title).withStatus(status);
    }

    /** The same with a detail: what is wrong, or what to do about it. */
    public HttpProblem.Builder problem(Words detail, @Nullable Object... arguments) {
        return detail.with(arguments).into(problem());
    }

    public HttpProblem because(Words detail, @Nullable Object... arguments) {
        return problem(detail, arguments).build();
    }

    public HttpProblem because(Sentence detail) {
        return detail.into(problem()).build();
    }

    /** The type of a problem with a known status only. */
    static Optional<ProblemType> ofStatus(int status) {
        return Stream.of(values()).filter(type -> type.status == status).findFirst();
    }

    static Optional<ProblemType> ofUri(@Nullable URI uri) {
        return Stream.of(values()).filter(type -> type.uri().equals(uri)).findFirst();
    }
}
