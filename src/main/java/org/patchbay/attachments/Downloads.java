package org.patchbay.attachments;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.attachments.store.FileStore;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

/** Gives files out. */
@ApplicationScoped
class Downloads {

    private final KeptFiles files;
    private final FileStore store;

    Downloads(KeptFiles files, FileStore store) {
        this.files = files;
        this.store = store;
    }

    /**
     * The bytes of an attachment or its preview.
     *
     * @param key of the bytes in the store
     */
    record Download(String key, ServedFile file) {

        Download(String key, String name, String type, long size, String tag, boolean isShown) {
            this(key, new ServedFile(name, type, size, tag, isShown));
        }
    }

    Download file(Actor reader, long id) {
        return file(files.read(reader, id));
    }

    /** Of a file that its reader may know of. */
    Download file(Attachment file) {
        if (file.storeKey == null) {
            throw ProblemType.NOT_FOUND.because(AttachmentWords.NO_ATTACHMENT, file.id);
        }
        return new Download(file.storeKey, file.name, file.type, file.size, file.sha256, file.shown);
    }

    Download preview(Actor reader, long id) {
        return preview(files.read(reader, id));
    }

    /** Of a file that its reader may know of. */
    Download preview(Attachment file) {
        var key = file.previewKey;
        if (key == null || file.previewType == null || file.previewSize == null) {
            throw ProblemType.NOT_FOUND.because(AttachmentWords.NO_PREVIEW, file.id);
        }
        // Each preview has a key of its own.
        var tag = key.substring(key.lastIndexOf('/') + 1);
        return new Download(key, file.name, file.previewType, file.previewSize, tag, true);
    }

    /** @throws HttpProblem {@code temporarily-unavailable} where the store does not answer */
    InputStream open(Download download, ByteRange part) {
        try {
            return store.read(download.key(), part.from(), part.length());
        } catch (IOException e) {
            Log.errorf(e, "File %s cannot be read", download.key());
            throw ProblemType.TEMPORARILY_UNAVAILABLE.because(CommonWords.REPEAT);
        }
    }
}
