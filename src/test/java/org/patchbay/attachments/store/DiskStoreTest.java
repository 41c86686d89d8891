package org.patchbay.attachments.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Files in a folder. */
class DiskStoreTest extends FileStoreContract {

    @TempDir
    Path folder;

    @Override
    FileStore store() {
        return new DiskStore(folder);
    }

    @Test
    void noKeyLeadsOutOfTheFolder() {
        for (var key : new String[] {"../a", "7/../../a", "/etc/passwd", "7/.."}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> store().write(key, () -> new ByteArrayInputStream(new byte[1]), 1),
                    key);
        }
    }

    @Test
    void aFileIsThereUnderItsKeyAloneOnceItIsWhole() throws IOException {
        store().write("7/2026/11/a", () -> new ByteArrayInputStream(new byte[5]), 5);
        try (var files = Files.walk(folder)) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
        assertEquals(5, Files.size(folder.resolve("7/2026/11/a")));
    }
}
