package org.patchbay.shared.limits;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;

/** Limits of request rates. Each replica counts the requests that reach it. */
@ConfigMapping(prefix = "patchbay.rate-limits")
public interface RateLimitsConfig {

    /** Whether there are any of these limits. */
    boolean enabled();

    /** One signed-in person. */
    Rate account();

    /** One API client. */
    Rate client();

    /** One address, with everybody behind it, whether signed in or not. */
    Rate address();

    /** Sign-ups of customers from one address in an hour. */
    @Min(1)
    int signUpsPerHour();

    /** The steady rate, and the burst after a pause. */
    interface Rate {

        /** Requests a minute, steadily. */
        @Min(1)
        int perMinute();

        /** Requests at once after a pause. */
        @Min(1)
        int burst();
    }
}
