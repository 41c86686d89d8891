package org.patchbay.identity;

import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Times;

import io.quarkus.scheduler.Scheduled;

/** Slows guessing down, per account and per address, across replicas. */
@ApplicationScoped
class SignInThrottle {

    private final AuthConfig config;

    SignInThrottle(AuthConfig config) {
        this.config = config;
    }

    /**
     * Counts the attempt as failed before the password is looked at, so that a burst gains nothing; {@link #succeeded}
     * takes it back.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuntimeException.class)
    void attempt(long organisationId, String username, String address) {
        count(account(organisationId, username), config.maxFailures());
        count(address(organisationId, address), config.maxFailuresPerAddress());
    }

    @Transactional
    void succeeded(long organisationId, String username, String address) {
        SignInFailure.forget(account(organisationId, username));
        SignInFailure.forgive(address(organisationId, address));
    }

    private void count(SignInFailure.Key key, int most) {
        var now = Times.now();
        var windowStart = now.minus(config.failureWindow());
        SignInFailure.count(key, now, windowStart);
        SignInFailure counted = SignInFailure.findById(key);
        if (counted.failures > most) {
            var wait = Math.max(1, Duration.between(windowStart, counted.since).toSeconds());
            throw ProblemType.TOO_MANY_ATTEMPTS
                    .problem()
                    .withDetail("Try again in " + wait + " seconds.")
                    .withHeader("Retry-After", wait)
                    .build();
        }
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "forget-sign-in-failures")
    @Transactional
    void forget() {
        SignInFailure.deleteOlderThan(Times.now().minus(config.failureWindow()));
    }

    private static SignInFailure.Key account(long organisationId, String username) {
        return new SignInFailure.Key(organisationId, "account:" + username.toLowerCase(Locale.ROOT));
    }

    private static SignInFailure.Key address(long organisationId, String address) {
        return new SignInFailure.Key(organisationId, "address:" + address);
    }
}
