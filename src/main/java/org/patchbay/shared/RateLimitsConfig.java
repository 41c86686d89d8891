package org.patchbay.shared;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;

/** How many requests are too many. Each replica counts those that reach it. */
@ConfigMapping(prefix = "patchbay.rate-limits")
public interface RateLimitsConfig {

    boolean enabled();

    /** Of one signed-in person. */
    Rate account();

    /** Of one API client. */
    Rate client();

    /** Of one address, with everybody behind it, whether signed in or not. */
    Rate address();

    /** Accounts that customers make for themselves from one address. */
    @Min(1)
    int signUpsPerHour();

    /** What is allowed steadily, and at once after a pause. */
    interface Rate {

        @Min(1)
        int perMinute();

        @Min(1)
        int burst();
    }
}
