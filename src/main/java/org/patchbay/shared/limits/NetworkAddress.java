package org.patchbay.shared.limits;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * The network that a request comes from, as limits see it: an IPv4 address, or an IPv6 network of 64 bits, because the
 * owner of one such address has them all.
 */
public record NetworkAddress(String prefix) {

    private static final int GROUPS = 4;

    /** The network of all addresses of version 4. */
    private static final String VERSION_4 = "0:0:0:0:0:ffff:";

    public static NetworkAddress of(HttpServerRequest request) {
        return of(request.remoteAddress());
    }

    /** A proxy may forward something that is no address, and a request whose client left has none. */
    static NetworkAddress of(@Nullable SocketAddress socket) {
        if (socket == null) {
            return new NetworkAddress("");
        }
        var address = socket.hostAddress();
        return new NetworkAddress(address == null ? String.valueOf(socket.host()) : prefixOf(address));
    }

    /** The network of an address that was read from a request before. */
    public static NetworkAddress of(@Nullable String address) {
        return new NetworkAddress(address == null ? "" : prefixOf(address));
    }

    private static String prefixOf(String address) {
        return address.indexOf(':') < 0 || address.startsWith(VERSION_4)
                ? address
                : Arrays.stream(address.split(":")).limit(GROUPS).collect(Collectors.joining(":"));
    }
}
