package org.patchbay.attachments.store;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Files in a bucket. */
class BucketStoreTest extends FileStoreContract {

    private static final String KEY = "somebody";
    private static final String BUCKET = "files";

    private static BucketServer server;
    private static S3Client client;

    @BeforeAll
    static void start() throws IOException {
        server = BucketServer.start(0, BUCKET, KEY);
        client = S3Client.builder()
                .endpointOverride(server.address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, "something")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    FileStore store() {
        return new BucketStore(client, BUCKET);
    }
}
