package org.patchbay.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.Actor;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Copies files for somebody who says them again: each message has files of its own, and loses only these. */
@ApplicationScoped
public class Copies {

    private final Downloads downloads;
    private final Uploads uploads;

    Copies(Downloads downloads, Uploads uploads) {
        this.downloads = downloads;
        this.uploads = uploads;
    }

    /**
     * Copies files as if the actor had sent them. No transaction may be under way: bytes are.
     *
     * @return the copies, in the same order, for {@link Attachments#check}
     * @throws HttpProblem {@code not-found} where the actor may not read one; those of sending a file
     */
    public List<Long> of(Actor actor, List<AttachmentView> files) {
        return files.stream().map(file -> copy(actor, file)).toList();
    }

    private long copy(Actor actor, AttachmentView file) {
        var original = downloads.file(actor, file.id());
        try (var bytes =
                downloads.open(original, new ByteRange(0, original.file().size()))) {
            long copy = uploads.take(
                            actor, original.file().name(), original.file().type(), bytes)
                    .id();
            if (file.hasPreview()) {
                copyPreview(actor, file, copy);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyPreview(Actor actor, AttachmentView file, long copy) throws IOException {
        var preview = downloads.preview(actor, file.id());
        try (var bytes = downloads.open(preview, new ByteRange(0, preview.file().size()))) {
            uploads.takePreview(actor, copy, bytes);
        }
    }
}
