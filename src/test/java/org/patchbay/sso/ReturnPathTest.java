package org.patchbay.sso;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A sign-in never ends on another site. */
class ReturnPathTest {

    @Test
    void onlyPathsOfOursAreGoneBackTo() {
        for (var path :
                List.of("/", "/tickets", "/tickets/4711?tab=events&x=%2F#last", "/a//b", "/-", "/%2Felsewhere")) {
            assertEquals(Optional.of(path), ReturnPath.local(path));
        }
        for (var path : List.of(
                "",
                "tickets",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "\\/elsewhere.example",
                "/a\\b",
                "https://elsewhere.example",
                "javascript:alert(1)",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "/\t/elsewhere.example",
                " /",
                "/\u00e4",
                "/" + "x".repeat(500))) {
            assertEquals(Optional.empty(), ReturnPath.local(path), path);
        }
        assertEquals(Optional.empty(), ReturnPath.local(null));
    }
}
