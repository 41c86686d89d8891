package org.patchbay.attachments.store;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.patchbay.attachments.AttachmentsConfig;

import software.amazon.awssdk.services.s3.S3Client;

/** Makes the one store that the configuration chooses. */
@Singleton
class FileStores {

    /** The client of S3, which needs a region and credentials, is made only where its store is chosen. */
    @Produces
    @Singleton
    FileStore store(AttachmentsConfig config, Instance<S3Client> s3) {
        return switch (config.store()) {
            case DISK -> new DiskStore(config.folder());
            case S3 -> new BucketStore(s3.get(), config.bucket());
        };
    }
}
