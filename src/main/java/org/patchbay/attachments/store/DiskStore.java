package org.patchbay.attachments.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/** Files in a folder, which several replicas may share. */
final class DiskStore implements FileStore {

    private final Path folder;

    DiskStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void write(String key, Supplier<InputStream> content, long size) throws IOException {
        var file = file(key);
        var directory = Files.createDirectories(folder.resolve(key.substring(0, Math.max(0, key.lastIndexOf('/')))));
        var part = part(file);
        try (var bytes = content.get();
                var channel = FileChannel.open(part, CREATE, WRITE, TRUNCATE_EXISTING)) {
            // The stream is the channel's, which is closed with it.
            var out = Channels.newOutputStream(channel);
            if (bytes.transferTo(out) != size) {
                throw new IOException("The content has not the length that was said: " + key);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        keepName(directory);
    }

    /** A new name outlasts a crash once its directory is written, too. */
    private static void keepName(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream read(String key, long from, long length) throws IOException {
        var channel = FileChannel.open(file(key), READ);
        channel.position(from);
        return new Part(Channels.newInputStream(channel), length);
    }

    @Override
    public void delete(String key) throws IOException {
        var file = file(key);
        Files.deleteIfExists(part(file));
        Files.deleteIfExists(file);
    }

    private Path file(String key) {
        var file = folder.resolve(key).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("A key leads out of the folder: " + key);
        }
        return file;
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** The beginning of a stream. */
    private static final class Part extends FilterInputStream {

        private long left;

        Part(InputStream whole, long length) {
            super(whole);
            left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read();
            left -= read < 0 ? left : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(buffer, offset, (int) Math.min(left, length));
            left -= read < 0 ? left : read;
            return read;
        }
    }
}
