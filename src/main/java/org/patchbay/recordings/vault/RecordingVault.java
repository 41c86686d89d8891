package org.patchbay.recordings.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.recordings.RecordingWords;
import org.patchbay.recordings.RecordingsConfig;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

/**
 * Encrypts recordings by AES-GCM, each piece by itself, under a key of the organisation. That key stands in the
 * database, encrypted by the master key, which only the configuration has.
 */
@ApplicationScoped
public class RecordingVault {

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final RecordingsConfig config;

    RecordingVault(RecordingsConfig config) {
        this.config = config;
    }

    /** Whether there is a master key. */
    public boolean isReady() {
        return config.key().isPresent() && !masters().isEmpty();
    }

    /** @throws HttpProblem {@code conflict} where there is no master key */
    public void checkReady() {
        if (!isReady()) {
            throw ProblemType.CONFLICT.because(RecordingWords.NO_KEY);
        }
    }

    /**
     * The key of the current organisation, made where it has none.
     *
     * @throws HttpProblem {@code conflict} where there is no master key, or none that its key was encrypted by
     */
    @Transactional
    public RecordingKey key() {
        checkReady();
        return new RecordingKey(unwrapped(stored("").orElseGet(this::made)), random);
    }

    private static Optional<byte[]> stored(String lock) {
        var sql = "select to_base64(wrapped) from recording_key where organisation_id = :organisation" + lock;
        return NativeSql.of(sql).texts().stream()
                .map(text -> Base64.getMimeDecoder().decode(text))
                .findFirst();
    }

    /** Of two who make one at once the first one's holds. */
    private byte[] made() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var wrapped = masters().getFirst().seal(key, owner());
        var sql = """
                insert ignore into recording_key (organisation_id, wrapped, created_at)
                values (:organisation, from_base64(:wrapped), :now)""";
        NativeSql.of(sql)
                .set("wrapped", Base64.getEncoder().encodeToString(wrapped))
                .set("now", Times.now())
                .update();
        return stored(" for update").orElseThrow();
    }

    private byte[] unwrapped(byte[] wrapped) {
        for (var master : masters()) {
            try {
                return master.open(wrapped, owner());
            } catch (GeneralSecurityException e) {
                // Another one may have sealed it.
            }
        }
        throw ProblemType.CONFLICT.because(RecordingWords.NO_KEY);
    }

    private static String owner() {
        return "organisation " + CurrentOrganisation.id();
    }

    private List<RecordingKey> masters() {
        var keys = new ArrayList<RecordingKey>();
        config.key().ifPresent(key -> keys.add(new RecordingKey(decoded(key), random)));
        config.formerKeys().orElse(List.of()).forEach(key -> keys.add(new RecordingKey(decoded(key), random)));
        return keys;
    }

    private static byte[] decoded(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Reported below, as a key of another length.
        }
        Log.error("A master key of recordings is not 32 bytes in base64");
        throw ProblemType.CONFLICT.because(RecordingWords.NO_KEY);
    }
}
