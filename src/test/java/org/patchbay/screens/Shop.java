package org.patchbay.screens;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.patchbay.proof.SupportCentre;
import org.patchbay.testing.TestDatabase;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;

/**
 * A shop that shows the widget. It is another site than the application, and the contexts of these tests are private
 * windows: a frame in it has no cookies but those that are kept apart.
 */
final class Shop implements AutoCloseable {

    private final HttpServer server;

    private Shop(HttpServer server) {
        this.server = server;
    }

    /** @param application the address of the application whose widget it is */
    static Shop open(SupportCentre centre, String application) throws IOException {
        var page = """
                <!doctype html><html lang="en"><head><title>Shop</title>
                <style>* { color: red !important; font-size: 40px !important }</style></head>
                <body><h1>Lamps</h1><script src="%s/widget.js" async></script></body></html>
                """.formatted(application).getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        var shop = new Shop(server);
        long organisation = TestDatabase.count("select min(id) from organisation where slug <> 'operators'");
        centre.admin()
                .put("/organisations/" + organisation + "/widget", Map.of("origins", List.of(shop.address())))
                .as(200);
        return shop;
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A customer opens the widget on the shop's page, and signs in there. */
    FrameLocator helps(Person customer) {
        customer.page().navigate(address());
        customer.button("Help").click();
        var widget = customer.page().frameLocator("patchbay-help iframe");
        widget.getByLabel("User name").fill(Stage.CUSTOMER);
        widget.getByLabel("Password").first().fill(SupportCentre.PASSWORD);
        widget.getByRole(AriaRole.BUTTON).getByText("Sign in").click();
        return widget;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
