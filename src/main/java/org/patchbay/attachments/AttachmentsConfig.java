package org.patchbay.attachments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** Which files are taken, and where they are kept. */
@ConfigMapping(prefix = "patchbay.attachments")
public interface AttachmentsConfig {

    /** The kinds of stores. */
    enum StoreKind {
        DISK,
        S3
    }

    /** How long a file may be, such as {@code 20M}. */
    MemorySize maxSize();

    /** How long all files of an organisation may be together, with their previews. */
    MemorySize maxTotal();

    /** Types that are taken, as the content shows them; {@code *} stands for any letters. */
    List<String> types();

    /** Files of one account that no message names, at most. */
    int maxUnsaid();

    /** How long a file is kept that no message names. */
    Duration unsaidFor();

    /**
     * Where files are kept: in a folder, which all replicas share, or in a bucket, whose server the settings
     * {@code quarkus.s3.*} name.
     */
    StoreKind store();

    /** The folder of files, and of those that just come in, which need it with either store. */
    Path folder();

    /** The bucket of files. */
    String bucket();

    /** The host and port of a clamd that looks into each file, such as {@code clamd:3310}. */
    Optional<String> scanner();

    /** How often files that nobody needs any more are removed, such as {@code 1m}, or {@code off}. */
    String sweepEvery();

    /** Files that are removed in one transaction. */
    int sweepBatch();
}
