package org.patchbay.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.content.FileName;
import org.patchbay.attachments.content.FileTypes;
import org.patchbay.attachments.content.Harmless;
import org.patchbay.attachments.content.PictureSize;
import org.patchbay.attachments.content.SpooledFile;
import org.patchbay.attachments.scanning.Scanner;
import org.patchbay.attachments.scanning.Verdict;
import org.patchbay.attachments.store.FileStore;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.problems.BodyTooLargeException;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

/**
 * Takes files in. One is looked at as a whole before the store hears of it, so what is refused leaves nothing behind.
 * No transaction lasts while bytes are on their way.
 */
@ApplicationScoped
class Uploads {

    static final int MOST_OF_PREVIEW = 512 << 10;

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int LONGEST_TYPE = 100;
    private static final Set<String> PREVIEWS = Set.of("image/webp", "image/jpeg", "image/png");

    private final AttachmentsConfig config;
    private final Pattern taken;
    private final FileTypes types;
    private final Scanner scanner;
    private final FileStore store;
    private final KeptFiles files;

    Uploads(AttachmentsConfig config, FileTypes types, Scanner scanner, FileStore store, KeptFiles files) {
        this.config = config;
        this.taken = Pattern.compile(config.types().stream()
                .map(String::strip)
                .map(type ->
                        Stream.of(type.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*")))
                .collect(Collectors.joining("|")));
        this.types = types;
        this.scanner = scanner;
        this.store = store;
        this.files = files;
    }

    /**
     * Takes a file in.
     *
     * @param declaredType by the uploader, which decides nothing
     * @throws BodyTooLargeException where it is longer than files may be
     * @throws HttpProblem {@code bad-request} where it was cut off, {@code validation-failed} where it is empty,
     *     {@code unsupported-media-type}, {@code storage-full}, or {@code temporarily-unavailable} where the scanner or
     *     the store does not answer
     */
    AttachmentView take(Actor uploader, @Nullable String name, @Nullable String declaredType, InputStream content)
            throws IOException {
        files.checkMaySend(uploader);
        try (var file = spooled(content)) {
            if (file.size() == 0) {
                throw ProblemType.VALIDATION_FAILED.because(AttachmentWords.EMPTY);
            }
            var known = described(uploader, file, FileName.clean(name), declaredType);
            if (known.state() == AttachmentState.INFECTED) {
                Log.warnf("Malware in a file of account %d", uploader.accountId());
                return files.keep(known, null);
            }
            var key = stored(file::open, file.size());
            return kept(key, () -> files.keep(known, key));
        }
    }

    private SpooledFile spooled(InputStream content) throws IOException {
        try {
            return SpooledFile.of(content, config.maxSize().asLongValue(), config.folder());
        } catch (BodyTooLargeException e) {
            throw e;
        } catch (IOException e) {
            // The uploader is gone, and hears nothing of it.
            throw ProblemType.BAD_REQUEST.because(AttachmentWords.CUT_OFF);
        } catch (UncheckedIOException e) {
            throw unavailable("The folder of files cannot be written", e);
        }
    }

    private NewFile described(Actor uploader, SpooledFile file, String name, @Nullable String declaredType)
            throws IOException {
        var type = types.of(file.open(), name);
        if (!taken.matcher(type).matches()) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(AttachmentWords.TYPE_REFUSED, type);
        }
        var picture = PictureSize.of(type, file.open());
        return new NewFile(
                uploader.accountId(),
                name,
                file.size(),
                declaredType == null ? null : Texts.beginning(declaredType, LONGEST_TYPE),
                type,
                file.sha256(),
                Harmless.is(type, picture, file.open()),
                picture,
                scanned(file));
    }

    private AttachmentState scanned(SpooledFile file) {
        Optional<Verdict> verdict;
        try {
            verdict = scanner.scan(file.open());
        } catch (IOException e) {
            throw unavailable("The scanner of files does not answer", e);
        }
        if (verdict.isEmpty()) {
            return AttachmentState.UPLOADED;
        }
        return switch (verdict.get()) {
            case CLEAN -> AttachmentState.SCANNED;
            case INFECTED -> AttachmentState.INFECTED;
        };
    }

    /**
     * Takes a preview in, which replaces the one before.
     *
     * @throws HttpProblem {@code not-found} where the file is not theirs
     */
    void takePreview(Actor uploader, long id, InputStream content) throws IOException {
        files.checkMayPreview(uploader, id);
        var bytes = content.readNBytes(MOST_OF_PREVIEW + 1);
        if (bytes.length > MOST_OF_PREVIEW) {
            throw new BodyTooLargeException();
        }
        var type = types.of(new ByteArrayInputStream(bytes), "");
        if (!PREVIEWS.contains(type)
                || PictureSize.of(type, new ByteArrayInputStream(bytes)).isEmpty()) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(AttachmentWords.PREVIEW_TYPE);
        }
        var key = stored(() -> new ByteArrayInputStream(bytes), bytes.length);
        kept(key, () -> {
            files.keepPreview(uploader, id, key, type, bytes.length);
            return key;
        });
    }

    /** @return the key of what was written */
    private String stored(Supplier<InputStream> content, long size) {
        var key = files.expect(size);
        return kept(key, () -> {
            try {
                store.write(key, content, size);
                return key;
            } catch (IOException e) {
                throw unavailable("The store of files cannot be written", e);
            }
        });
    }

    /** Where that fails, the bytes are nobody's. */
    private <T> T kept(String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            abandon(key);
            throw e;
        }
    }

    private void abandon(String key) {
        try {
            files.abandon(key);
        } catch (RuntimeException e) {
            // It is taken for abandoned some time later.
            Log.debugf(e, "File %s could not be abandoned", key);
        }
    }

    private static HttpProblem unavailable(String what, Exception e) {
        Log.warn(what, e);
        return ProblemType.TEMPORARILY_UNAVAILABLE
                .problem(CommonWords.REPEAT)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
