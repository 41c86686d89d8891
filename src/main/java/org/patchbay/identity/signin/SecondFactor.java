package org.patchbay.identity.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** An app that shows codes; an account has one at most. */
@Entity
class SecondFactor extends OrganisationEntity {

    private static final String SEPARATOR = ",";

    @Id
    Long accountId;

    String sealedSecret;

    /** Whether a first code was right, so that codes are asked for. */
    boolean confirmed;

    /** The step of the last accepted code: no code is accepted twice. */
    long lastStep;

    String recoveryHashes;

    /** Replaces an app that was never confirmed. */
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

    /** Uses up a recovery code; false where there is no such code. */
    boolean takeRecoveryCode(String hash) {
        var left = new ArrayList<>(List.of(recoveryHashes.split(SEPARATOR)));
        boolean there = left.remove(hash);
        recoveryHashes = String.join(SEPARATOR, left);
        return there;
    }

    static Optional<SecondFactor> lock(long accountId) {
        return SecondFactor.<SecondFactor>find("accountId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static boolean isOn(long accountId) {
        return count("accountId = ?1 and confirmed", accountId) > 0;
    }
}
