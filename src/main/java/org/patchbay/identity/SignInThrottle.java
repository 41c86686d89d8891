package org.patchbay.identity;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.Drained;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Spelling;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Times;

import io.quarkus.scheduler.Scheduled;

/** Slows guessing down, per account and per address, across replicas. */
@ApplicationScoped
class SignInThrottle {

    private final AuthConfig config;
    private final Tenancy tenancy;
    private final Audit audit;

    SignInThrottle(AuthConfig config, Tenancy tenancy, Audit audit) {
        this.tenancy = tenancy;
        this.config = config;
        this.audit = audit;
    }

    /**
     * Counts the attempt as failed before the password is looked at, so that a burst gains nothing; {@link #succeeded}
     * takes it back. Of those that are refused the first is audited, so that a flood does not fill the audit log.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code too-many-attempts}
     */
    @Transactional(dontRollbackOn = RuntimeException.class)
    void attempt(String username, String address) {
        count(account(username), config.maxFailures(), username);
        count(address(address), config.maxFailuresPerAddress(), username);
    }

    @Transactional
    void succeeded(String username, String address) {
        SignInFailure.forget(account(username));
        SignInFailure.forgive(address(address));
    }

    private void count(String subject, int most, String username) {
        var now = Times.now();
        var windowStart = now.minus(config.failureWindow());
        SignInFailure.count(subject, now, windowStart);
        SignInFailure counted = SignInFailure.findById(subject);
        if (counted.failures == most + 1) {
            audit.record(Action.SIGN_IN_THROTTLED, username, null, null);
        }
        if (counted.failures > most) {
            var wait = Math.max(1, Duration.between(windowStart, counted.since).toSeconds());
            throw ProblemType.TOO_MANY_ATTEMPTS
                    .problem()
                    .withDetail("Try again in " + wait + " seconds.")
                    .withHeader("Retry-After", wait)
                    .build();
        }
    }

    @Drained
    @Scheduled(every = "1h", delayed = "1m", identity = "forget-sign-in-failures")
    void forget() {
        var before = Times.now().minus(config.failureWindow());
        tenancy.everywhere(() -> SignInFailure.deleteOlderThan(before));
    }

    private static String account(String username) {
        return "account:" + Spelling.folded(username);
    }

    private static String address(String address) {
        return "address:" + address;
    }
}
