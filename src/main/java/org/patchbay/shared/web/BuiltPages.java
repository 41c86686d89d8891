package org.patchbay.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The pages that were built into the application. */
@Singleton
public class BuiltPages {

    private static final Pattern VERSION = Pattern.compile("<meta name=\"version\" content=\"([0-9][0-9TZ:.-]+)\"");

    private final Optional<String> version = html("index.html").flatMap(BuiltPages::versionIn);

    /** Empty where no pages were built in. */
    public Optional<String> html(String name) {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time of the build, which stands in each page: of two versions the later one is the newer. */
    public Optional<String> version() {
        return version;
    }

    static Optional<String> versionIn(String html) {
        var found = VERSION.matcher(html);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
