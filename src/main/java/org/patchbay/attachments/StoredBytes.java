package org.patchbay.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.attachments.store.FileStore;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

/**
 * Bytes that features above keep in the store of files, beside those of attachments: in the room that an organisation
 * has, and deleted as they are.
 */
@ApplicationScoped
public class StoredBytes {

    private final KeptFiles files;
    private final FileStore store;

    StoredBytes(KeptFiles files, FileStore store) {
        this.files = files;
        this.store = store;
    }

    /**
     * Writes bytes, outside transactions. They are nobody's, and deleted after a while, until somebody {@link #adopt}s
     * them.
     *
     * @return their key
     * @throws HttpProblem {@code storage-full}; {@code temporarily-unavailable} where the store cannot be written
     */
    public String write(byte[] bytes) {
        var key = files.expect(bytes.length);
        try {
            store.write(key, () -> new ByteArrayInputStream(bytes), bytes.length);
            return key;
        } catch (IOException e) {
            Log.warn("The store of files cannot be written", e);
            files.abandon(key);
            throw ProblemType.TEMPORARILY_UNAVAILABLE.because(CommonWords.REPEAT);
        }
    }

    /** Has bytes stay, in the transaction that writes the row which names them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void adopt(String key) {
        if (!StrayFile.adopt(key)) {
            throw ProblemType.TEMPORARILY_UNAVAILABLE.because(CommonWords.REPEAT);
        }
    }

    /** Nobody will adopt them. */
    public void abandon(String key) {
        files.abandon(key);
    }

    /** Has bytes deleted, in the transaction that removes the rows which name them: lengths by keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void leave(Map<String, Long> sizes) {
        sizes.forEach(StrayFile::leave);
    }

    /** All bytes of a key, which has so many. */
    public byte[] read(String key, int size) throws IOException {
        try (InputStream bytes = store.read(key, 0, size)) {
            return bytes.readNBytes(size);
        }
    }
}
