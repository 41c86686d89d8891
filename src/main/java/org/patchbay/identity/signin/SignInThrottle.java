package org.patchbay.identity.signin;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.AuthConfig;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkus.scheduler.Scheduled;

/**
 * Slows guessing down, across replicas, without locking owners out. A stranger's failures close an account for their
 * address; only the failures of many strangers together close it for all of them. A device of the account is counted on
 * its own.
 */
@ApplicationScoped
public class SignInThrottle {

    /** The allowed failures of a subject. */
    private record Limit(String subject, int most) {}

    /**
     * One try of something that can fail.
     *
     * @param own limits whose counts a success clears
     * @param shared limits shared with others, who would gain by that: a success takes one failure back
     */
    record Attempt(String name, List<Limit> own, List<Limit> shared) {}

    private final AuthConfig config;
    private final Batches batches;
    private final Audit audit;

    SignInThrottle(AuthConfig config, Batches batches, Audit audit) {
        this.config = config;
        this.batches = batches;
        this.audit = audit;
    }

    /** A password, and with it a code, from a stranger's address. */
    Attempt stranger(String username, String address) {
        return new Attempt(
                username,
                List.of(atAddress(username, address)),
                List.of(new Limit(account(username), config.maxFailuresPerAccount()), ofAddress(address)));
    }

    /** A password from a known device of the account. */
    Attempt knownDevice(String username, String device) {
        return narrow("device:" + device, username, List.of());
    }

    /** A code by somebody who knows the password, from anywhere: there are only a million codes. */
    Attempt code(String username) {
        return narrow("code", username, List.of());
    }

    /** The caller's own password, asked once more within a session. */
    Attempt own(String username, String address) {
        return narrow("own", username, List.of(ofAddress(address)));
    }

    /** A secret of an API client, which cannot be guessed: strangers close it only for themselves. */
    public Attempt client(String clientId, String address) {
        return new Attempt(
                "client:" + clientId, List.of(atAddress("client:" + clientId, address)), List.of(ofAddress(address)));
    }

    /** A mail that anybody can have sent to anybody: never taken back, so that no mailbox is flooded. */
    public Attempt mail(String email, String address) {
        return narrow("mail", email, List.of(ofAddress(address)));
    }

    /**
     * Counts the attempt as failed before the password is checked, so that a burst gains nothing; {@link #succeeded}
     * takes it back. Only the first refusal is audited, so that a flood does not fill the audit log.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuntimeException.class)
    public void attempt(Attempt attempt) {
        attempt.own.forEach(limit -> count(limit, attempt.name));
        attempt.shared.forEach(limit -> count(limit, attempt.name));
    }

    @Transactional
    public void succeeded(Attempt attempt) {
        attempt.own.forEach(limit -> SignInFailure.forget(limit.subject));
        attempt.shared.forEach(limit -> SignInFailure.forgive(limit.subject));
    }

    /** For an owner who proved their address by mail: failures of others do not keep them waiting. */
    @Transactional
    void lift(String username) {
        SignInFailure.forgetAllOf(Spelling.folded(username));
    }

    private void count(Limit limit, String name) {
        var now = Times.now();
        var windowStart = now.minus(config.failureWindow());
        SignInFailure.count(limit.subject, now, windowStart);
        SignInFailure counted = SignInFailure.findById(limit.subject);
        if (counted.failures == limit.most + 1) {
            audit.record(Action.SIGN_IN_THROTTLED, name, null, null);
        }
        if (counted.failures > limit.most) {
            var wait = Math.max(1, Duration.between(windowStart, counted.since).toSeconds());
            throw ProblemType.TOO_MANY_ATTEMPTS
                    .problem(CommonWords.SECONDS, wait)
                    .withHeader("Retry-After", wait)
                    .build();
        }
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "forget-sign-in-failures",
            skipExecutionIf = HeldElsewhere.class)
    void forget() {
        batches.deleteBefore(Times.now().minus(config.failureWindow()), "sign_in_failure", "since");
    }

    private Attempt narrow(String kind, String name, List<Limit> shared) {
        return new Attempt(name, List.of(new Limit(kind + ":" + Spelling.folded(name), config.maxFailures())), shared);
    }

    private Limit atAddress(String username, String address) {
        return new Limit(
                "at:" + NetworkAddress.of(address).prefix() + ":" + Spelling.folded(username), config.maxFailures());
    }

    private Limit ofAddress(String address) {
        return new Limit("address:" + NetworkAddress.of(address).prefix(), config.maxFailuresPerAddress());
    }

    private static String account(String username) {
        return "account:" + Spelling.folded(username);
    }
}
