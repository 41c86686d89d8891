package org.patchbay.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.patchbay.shared.OrganisationEntity;

/** An app that shows codes, as an account has one at most. */
@Entity
class SecondFactor extends OrganisationEntity {

    private static final String SEPARATOR = ",";

    @Id
    Long accountId;

    String sealedSecret;

    /** Whether a first code was right, and codes are asked for since. */
    boolean confirmed;

    /** Of the last code that was taken: none is taken twice. */
    long lastStep;

    String recoveryHashes;

    /** Replaces one that was never confirmed. */
    static void offer(long accountId, String sealedSecret) {
        var factor = SecondFactor.<SecondFactor>findByIdOptional(accountId).orElseGet(SecondFactor::new);
        factor.accountId = accountId;
        factor.sealedSecret = sealedSecret;
        factor.recoveryHashes = "";
        factor.persist();
    }

    void confirm(List<String> hashesOfRecoveryCodes) {
        confirmed = true;
        recoveryHashes = String.join(SEPARATOR, hashesOfRecoveryCodes);
    }

    /** Whether there was such a recovery code; there is none afterwards. */
    boolean takeRecoveryCode(String hash) {
        var left = new ArrayList<>(List.of(recoveryHashes.split(SEPARATOR)));
        boolean there = left.remove(hash);
        recoveryHashes = String.join(SEPARATOR, left);
        return there;
    }

    static Optional<SecondFactor> lock(long accountId) {
        return findByIdOptional(accountId, LockModeType.PESSIMISTIC_WRITE);
    }

    static boolean isOn(long accountId) {
        return count("accountId = ?1 and confirmed", accountId) > 0;
    }
}
