package org.patchbay.attachments.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import org.patchbay.shared.problems.BodyTooLargeException;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * A file that has come in, and that nothing is known of yet. Its bytes are on the disk, in a file that has lost its
 * name: the system frees it when the process ends, however it does.
 */
public final class SpooledFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final String sha256;

    private SpooledFile(FileChannel channel, long size, String sha256) {
        this.channel = channel;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Takes all of a stream.
     *
     * @throws BodyTooLargeException where it goes on after {@code most} bytes
     * @throws IOException where it was cut off
     * @throws UncheckedIOException where the folder cannot be written
     */
    public static SpooledFile of(InputStream content, long most, Path folder) throws IOException {
        var channel = nameless(folder);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            long size = 0;
            var buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new BodyTooLargeException();
                }
                digest.update(buffer, 0, read);
                write(channel, ByteBuffer.wrap(buffer, 0, read));
            }
            return new SpooledFile(channel, size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            channel.close();
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel nameless(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("incoming-" + UUID.randomUUID());
            return FileChannel.open(file, CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long size() {
        return size;
    }

    /** In hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** A stream of all its bytes, which may be taken several times. */
    public InputStream open() {
        return new Bytes(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Has a place of its own in the file. */
    private static final class Bytes extends InputStream {

        private final FileChannel channel;
        private long at;

        Bytes(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = channel.read(ByteBuffer.wrap(buffer, offset, length), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
