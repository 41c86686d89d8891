package org.patchbay.attachments.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The promises of every store of files. */
abstract class FileStoreContract {

    private static final int LONG = 20 << 20;

    private final String key = "7/2026/11/" + UUID.randomUUID();

    abstract FileStore store();

    @Test
    void whatWasWrittenIsRead() throws IOException {
        var bytes = bytes(LONG);
        store().write(key, () -> new ByteArrayInputStream(bytes), bytes.length);
        assertArrayEquals(bytes, read(0, bytes.length));
    }

    @Test
    void anyPartIsReadAlone() throws IOException {
        var bytes = bytes(10_000);
        store().write(key, () -> new ByteArrayInputStream(bytes), bytes.length);
        for (var part : new int[][] {{0, 1}, {9_999, 1}, {5_000, 5_000}, {1, 9_998}}) {
            var expected = new byte[part[1]];
            System.arraycopy(bytes, part[0], expected, 0, part[1]);
            assertArrayEquals(expected, read(part[0], part[1]));
        }
    }

    @Test
    void filesOfOtherKeysStay() throws IOException {
        var other = key + "0";
        store().write(key, () -> new ByteArrayInputStream(bytes(1)), 1);
        store().write(other, () -> new ByteArrayInputStream(bytes(2)), 2);
        store().delete(key);
        assertThrows(IOException.class, () -> read(0, 1));
        try (var left = store().read(other, 0, 2)) {
            assertArrayEquals(bytes(2), left.readAllBytes());
        }
    }

    @Test
    void deletingWhatIsNotThereIsNoFailure() throws IOException {
        store().delete(key);
        store().write(key, () -> new ByteArrayInputStream(bytes(3)), 3);
        store().delete(key);
        assertDoesNotThrow(() -> store().delete(key));
    }

    @Test
    void whatWasCutOffIsNotThereAndIsDeletedAllTheSame() throws IOException {
        Supplier<InputStream> cut =
                () -> new SequenceInputStream(new ByteArrayInputStream(bytes(100_000)), BrokenInputStream.INSTANCE);
        assertThrows(IOException.class, () -> store().write(key, cut, 200_000));
        assertThrows(IOException.class, () -> read(0, 1));
        store().delete(key);
    }

    private byte[] read(long from, long length) throws IOException {
        try (var part = store().read(key, from, length)) {
            return part.readAllBytes();
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
