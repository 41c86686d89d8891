package org.patchbay.shared.web;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The version of the built pages. */
class BuiltPagesTest {

    @Test
    void theTimeOfTheirBuildIsTheVersionOfThePages() {
        assertEquals(
                Optional.of("2026-11-29T09:30:00.000Z"),
                BuiltPages.versionIn("<head><meta name=\"version\" content=\"2026-11-29T09:30:00.000Z\" /></head>"));
    }

    @Test
    void pagesThatAreBeingDevelopedHaveNone() {
        assertEquals(Optional.empty(), BuiltPages.versionIn("<meta name=\"version\" content=\"__VERSION__\" />"));
        assertEquals(Optional.empty(), BuiltPages.versionIn("<head></head>"));
    }
}
