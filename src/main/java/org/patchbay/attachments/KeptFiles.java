package org.patchbay.attachments;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The rows of files: what is known of them before, while and after the store has their bytes. */
@ApplicationScoped
class KeptFiles {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);

    private final AttachmentsConfig config;
    private final AttachmentReaders readers;

    KeptFiles(AttachmentsConfig config, AttachmentReaders readers) {
        this.config = config;
        this.readers = readers;
    }

    /**
     * Sees that somebody may send one more file, before it is read.
     *
     * @throws HttpProblem {@code storage-full}
     */
    @Transactional
    void checkMaySend(Actor uploader) {
        if (Attachment.countUnsaidOf(uploader.accountId()) >= config.maxUnsaid()) {
            throw ProblemType.STORAGE_FULL.because(AttachmentWords.TOO_MANY_UNSAID, config.maxUnsaid());
        }
    }

    /**
     * Takes room for a file that is about to be written.
     *
     * @return the key to write it by
     * @throws HttpProblem {@code storage-full}
     */
    @Transactional
    String expect(long size) {
        if (!Usage.take(size, config.maxTotal().asLongValue())) {
            throw ProblemType.STORAGE_FULL.because(AttachmentWords.NO_ROOM);
        }
        var key = "%d/%s/%s".formatted(CurrentOrganisation.id(), MONTH.format(Times.now()), UUID.randomUUID());
        StrayFile.expect(key, size);
        return key;
    }

    /** Nobody will want what was written by it, if anything was. */
    @Transactional
    void abandon(String key) {
        StrayFile.abandon(key);
    }

    /** @param key of its bytes, which are in the store now; null where they were not kept */
    @Transactional
    AttachmentView keep(NewFile file, @Nullable String key) {
        if (key != null) {
            adopt(key);
        }
        return AttachmentView.of(Attachment.create(file, key));
    }

    /** Sees that a preview may come, before it is looked at. */
    @Transactional
    void checkMayPreview(Actor uploader, long id) {
        checkMayPreview(ofUploader(uploader, id));
    }

    @Transactional
    void keepPreview(Actor uploader, long id, String key, String type, int size) {
        var attachment = ofUploader(uploader, id);
        checkMayPreview(attachment);
        adopt(key);
        if (attachment.previewKey != null && attachment.previewSize != null) {
            StrayFile.leave(attachment.previewKey, attachment.previewSize);
        }
        attachment.previewKey = key;
        attachment.previewType = type;
        attachment.previewSize = size;
    }

    private static void checkMayPreview(Attachment attachment) {
        if (attachment.isInfected()) {
            throw ProblemType.FILE_INFECTED.because(AttachmentWords.MALWARE, attachment.id);
        }
        if (!attachment.mayGetPreview()) {
            throw ProblemType.CONFLICT.because(AttachmentWords.PREVIEW_LATE);
        }
    }

    @Transactional
    void delete(Actor uploader, long id) {
        var attachment = ofUploader(uploader, id);
        if (attachment.isSaid()) {
            throw ProblemType.CONFLICT.because(AttachmentWords.SAID, id);
        }
        Attachment.remove(List.of(id));
    }

    /** @throws HttpProblem {@code not-found} where the reader may not know of it, as where it does not exist */
    @Transactional
    Attachment read(Actor reader, long id) {
        var attachment = Attachment.known(id)
                .filter(known -> mayRead(reader, known))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(AttachmentWords.NO_ATTACHMENT, id));
        if (attachment.isInfected()) {
            throw ProblemType.FILE_INFECTED.because(AttachmentWords.MALWARE, id);
        }
        return attachment;
    }

    private boolean mayRead(Actor reader, Attachment file) {
        return file.conversationId == null || file.messageNumber == null
                ? file.uploaderId == reader.accountId()
                : readers.mayRead(reader, file.conversationId, file.messageNumber);
    }

    private static Attachment ofUploader(Actor uploader, long id) {
        return Attachment.locked(id)
                .filter(known -> known.uploaderId == uploader.accountId())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(AttachmentWords.NO_ATTACHMENT, id));
    }

    /** A file whose writer took so long that it was taken for gone cannot be kept. */
    private static void adopt(String key) {
        if (!StrayFile.adopt(key)) {
            throw ProblemType.TEMPORARILY_UNAVAILABLE.because(CommonWords.REPEAT);
        }
    }
}
