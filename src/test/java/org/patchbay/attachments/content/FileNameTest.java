package org.patchbay.attachments.content;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Names as strangers give them. */
class FileNameTest {

    @Test
    void namesOfAllScriptsStay() {
        for (var name : List.of(
                "Räuber & Söhne.pdf",
                "日本語の領収書.pdf",
                "فاتورة.pdf",
                "می‌خواهم.txt",
                "👩‍👧.png",
                "R&D (final) v2.tar.gz",
                "50 %.txt")) {
            assertEquals(name, FileName.clean(name));
        }
    }

    @Test
    void whatMisleadsIsLeftOut() {
        assertEquals("file", FileName.clean(null));
        assertEquals("file", FileName.clean(""));
        assertEquals("file", FileName.clean(" . . "));
        assertEquals("file", FileName.clean("a/.."));
        assertEquals("passwd", FileName.clean("/etc/passwd"));
        assertEquals("b.txt", FileName.clean("a/..\\b.txt"));
        assertEquals("annexe.txt", FileName.clean("ann\u202Eexe.txt\u2066"));
        assertEquals("ab.txt", FileName.clean("a\u0000\u200B\uFEFFb\u007F.txt"));
        assertEquals("a b.txt", FileName.clean("a \u3000\u00A0b.txt"));
        assertEquals("_aux.h", FileName.clean("aux.h"));
        assertEquals("auxiliary.h", FileName.clean("auxiliary.h"));
        assertEquals("a_b_.txt", FileName.clean("a:b?.txt"));
        assertEquals("\u00E4.txt", FileName.clean("a\u0308.txt"));
    }

    @Test
    void longNamesAreShortenedBeforeTheirEnding() {
        for (var letter : List.of("x", "ä", "語", "👩")) {
            var name = FileName.clean(letter.repeat(300) + ".pdf");
            assertTrue(name.endsWith(letter + ".pdf"), name);
            assertTrue(name.length() <= FileName.MOST, name);
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 240, name);
        }
        assertEquals(FileName.MOST, FileName.clean("a." + "x".repeat(300)).length());
    }
}
