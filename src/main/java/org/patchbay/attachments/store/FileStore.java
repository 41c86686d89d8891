package org.patchbay.attachments.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Keeps files by keys. A file never changes: whoever writes one makes a new key. */
public interface FileStore {

    /**
     * Writes a file, which is there only once it is whole and would outlast a crash.
     *
     * @param content gives a stream of all its bytes, and another one where the first was cut off
     * @param size its length in bytes
     */
    void write(String key, Supplier<InputStream> content, long size) throws IOException;

    /**
     * Reads a part of a file while the caller takes it.
     *
     * @param from the first byte of the part
     * @param length of the part, which is within the file
     */
    InputStream read(String key, long from, long length) throws IOException;

    /** Deletes a file, and what an unfinished write left of it. There need be none. */
    void delete(String key) throws IOException;
}
