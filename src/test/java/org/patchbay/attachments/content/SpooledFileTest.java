package org.patchbay.attachments.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.shared.problems.BodyTooLargeException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Files on their way in. */
class SpooledFileTest {

    private static final int MOST = 200_000;

    @TempDir
    Path folder;

    @Test
    void allOfItIsReadAsOftenAsAnybodyWants() throws IOException {
        var bytes = new byte[MOST];
        new Random(7).nextBytes(bytes);
        try (var file = spooled(new ByteArrayInputStream(bytes))) {
            assertEquals(MOST, file.size());
            for (int i = 0; i < 2; i++) {
                assertArrayEquals(bytes, file.open().readAllBytes());
            }
            var first = file.open();
            first.skipNBytes(5);
            assertEquals(bytes[0], (byte) file.open().read());
            assertEquals(bytes[5], (byte) first.read());
        }
    }

    @Test
    void itsHashIsKnown() throws IOException {
        try (var file = spooled(new ByteArrayInputStream(new byte[0]))) {
            assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", file.sha256());
            assertEquals(-1, file.open().read());
        }
    }

    /** So a killed process leaves nothing that somebody must remove. */
    @Test
    void itHasNoNameWhileItIsThere() throws IOException {
        try (var file = spooled(new ByteArrayInputStream(new byte[10]))) {
            assertEquals(10, file.size());
            assertEquals(0, names());
        }
    }

    @Test
    void whatIsTooLongOrCutOffOrCannotBeWrittenLeavesNothing() throws IOException {
        assertThrows(BodyTooLargeException.class, () -> spooled(new ByteArrayInputStream(new byte[MOST + 1])));
        var cut = new SequenceInputStream(new ByteArrayInputStream(new byte[10]), BrokenInputStream.INSTANCE);
        assertThrows(IOException.class, () -> spooled(cut));
        assertEquals(0, names());
        var none = Files.createFile(folder.resolve("no folder"));
        assertThrows(
                UncheckedIOException.class,
                () -> SpooledFile.of(new ByteArrayInputStream(new byte[1]), MOST, none.resolve("below")));
    }

    private SpooledFile spooled(InputStream content) throws IOException {
        return SpooledFile.of(content, MOST, folder);
    }

    private long names() throws IOException {
        try (var names = Files.list(folder)) {
            return names.count();
        }
    }
}
