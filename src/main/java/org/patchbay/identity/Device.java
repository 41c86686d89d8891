package org.patchbay.identity;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.sessions.KnownDevices;
import org.patchbay.shared.language.Texts;

import io.vertx.core.http.HttpServerRequest;

/**
 * The device of a sign-in, as far as a request tells.
 *
 * @param proof the cookie by which {@link KnownDevices} may recognise it, or null
 */
public record Device(
        String address,
        @Nullable String userAgent,
        @Nullable String proof) {

    private static final int MAX_USER_AGENT = 200;

    public static Device of(HttpServerRequest http) {
        var agent = http.getHeader("User-Agent");
        return new Device(
                http.remoteAddress().hostAddress(),
                agent == null ? null : Texts.beginning(agent, MAX_USER_AGENT),
                SessionCookies.device(http).orElse(null));
    }

    @Override
    public String toString() {
        return "Device[" + address + "]";
    }
}
