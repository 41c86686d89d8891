package org.patchbay.identity;

import java.time.Duration;

import org.patchbay.shared.Api;

/** What a link by mail that sets a password is for. */
enum LinkPurpose {
    INVITATION(Duration.ofDays(7), "set-password", "/auth/password"),
    FORGOTTEN(Duration.ofHours(1), "set-password", "/auth/password"),
    SENT_BY_ADMIN(Duration.ofDays(1), "set-password", "/auth/password"),
    SIGN_UP(Duration.ofDays(1), "welcome", "/auth/sign-up/confirm"),
    /** By whoever did not remember that they have an account. */
    SIGN_UP_OF_KNOWN(Duration.ofHours(1), "set-password", "/auth/password");

    private final Duration validity;
    private final String page;
    private final String path;

    LinkPurpose(Duration validity, String page, String path) {
        this.validity = validity;
        this.page = page;
        this.path = path;
    }

    Duration validity() {
        return validity;
    }

    /** The page that it leads to. */
    String page() {
        return page;
    }

    /** What the page does with the link. */
    String operation() {
        return Api.PATH + path;
    }
}
