package org.patchbay.shared.limits;

import org.junit.jupiter.api.Test;

import io.vertx.core.net.SocketAddress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** The network that an address stands for. */
class NetworkAddressTest {

    @Test
    void anAddressOfVersion4StandsForItself() {
        assertEquals(of("203.0.113.7"), of("203.0.113.7"));
        assertNotEquals(of("203.0.113.7"), of("203.0.113.8"));
        assertNotEquals(of("::ffff:203.0.113.7"), of("::ffff:203.0.113.8"), "in the spelling of version 6 too");
    }

    @Test
    void anAddressOfVersion6StandsForItsNetwork() {
        assertEquals(of("2001:db8:0:1::1"), of("2001:db8:0:1:ffff:ffff:ffff:ffff"));
        assertEquals(of("2001:db8::1"), of("2001:0DB8:0000:0000:1::"));
        assertNotEquals(of("2001:db8:0:1::1"), of("2001:db8:0:2::1"));
    }

    @Test
    void whatIsNoAddressIsTakenAsItIs() {
        assertEquals(new NetworkAddress("unknown"), of("unknown"));
        assertEquals(new NetworkAddress(""), NetworkAddress.of((SocketAddress) null));
    }

    private static NetworkAddress of(String host) {
        return NetworkAddress.of(SocketAddress.inetSocketAddress(1234, host));
    }
}
