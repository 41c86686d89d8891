package org.patchbay.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A built page, in pieces between which the nonce of an answer goes. */
record Page(List<String> pieces) {

    private static final String PLACEHOLDER = "__NONCE__";

    /** Empty where no pages were built in. */
    static Optional<Page> built(String name) {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/" + name)) {
            return in == null ? Optional.empty() : Optional.of(of(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(String html) {
        return new Page(List.of(html.split(PLACEHOLDER, -1)));
    }

    String with(String nonce) {
        return String.join(nonce, pieces);
    }
}
