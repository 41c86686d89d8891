package org.patchbay.attachments.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Files in a bucket of S3, or of a server that speaks as it does. */
final class BucketStore implements FileStore {

    private static final String TYPE = "application/octet-stream";

    private final S3Client s3;
    private final String bucket;

    BucketStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** An object is there once all of it has come. */
    @Override
    public void write(String key, Supplier<InputStream> content, long size) throws IOException {
        ask(() -> s3.putObject(
                put -> put.bucket(bucket).key(key), RequestBody.fromContentProvider(content::get, size, TYPE)));
    }

    @Override
    public InputStream read(String key, long from, long length) throws IOException {
        var range = "bytes=" + from + "-" + (from + length - 1);
        return ask(() -> s3.getObject(get -> get.bucket(bucket).key(key).range(range)));
    }

    @Override
    public void delete(String key) throws IOException {
        ask(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    /**
     * Asks once more where the connection broke, which the client does not do for itself: a server closes one that was
     * idle, and the client sees it only while it writes.
     */
    private static <T> T ask(Supplier<T> request) throws IOException {
        try {
            try {
                return request.get();
            } catch (UncheckedIOException e) {
                return request.get();
            }
        } catch (SdkException | UncheckedIOException e) {
            throw new IOException(e);
        }
    }
}
