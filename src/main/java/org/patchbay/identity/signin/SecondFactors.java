package org.patchbay.identity.signin;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.identity.accounts.Account;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Codes of an app, in addition to the password, for accounts that want it. */
@ApplicationScoped
public class SecondFactors {

    private static final String ISSUER = "Patchbay";
    private static final int RECOVERY_CODES = 10;
    /** Too many to guess even where the hash is known. */
    private static final int RECOVERY_CODE_BYTES = 10;

    private final SecretEncryption encryption;
    private final Audit audit;

    SecondFactors(SecretEncryption encryption, Audit audit) {
        this.encryption = encryption;
        this.audit = audit;
    }

    record Offer(
            @Schema(description = "Base32, for those who cannot scan", examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
            String secret,

            @Schema(
                    description = "To be shown as a QR code",
                    examples = "otpauth://totp/Patchbay:agent1?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Patchbay")
            String uri) {

        @Override
        public String toString() {
            return "Offer";
        }
    }

    /** Makes a secret, which changes nothing until its first code is confirmed. */
    @Transactional
    Offer offer(long accountId) {
        var account = Account.lock(accountId)
                .orElseThrow(() -> ProblemType.UNAUTHORIZED.because(IdentityWords.ACCOUNT_REMOVED));
        if (SecondFactor.isOn(accountId)) {
            throw ProblemType.CONFLICT.because(IdentityWords.FACTOR_IS_ON);
        }
        var secret = RandomSecrets.random(Totp.SECRET_BYTES);
        SecondFactor.offer(accountId, encryption.seal(Purpose.SECOND_FACTOR, secret, accountId));
        var text = Totp.base32(secret);
        var label = URLEncoder.encode(account.username, UTF_8);
        return new Offer(text, "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + text + "&issuer=" + ISSUER);
    }

    /**
     * Switches the second factor on.
     *
     * @return recovery codes, in case the app is lost; each works once, and they cannot be read again
     */
    @Transactional
    List<String> confirm(long accountId, String code) {
        var factor = SecondFactor.lock(accountId)
                .filter(found -> !found.confirmed)
                .orElseThrow(() -> ProblemType.CONFLICT.because(IdentityWords.NO_FACTOR));
        if (!takeTimedCode(factor, code)) {
            throw wrongCode();
        }
        var recoveryCodes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        factor.confirm(recoveryCodes.stream().map(SecondFactors::hash).toList());
        audit.record(Action.SECOND_FACTOR_ADDED, accountId, null, null);
        return recoveryCodes;
    }

    @Transactional
    boolean isOn(long accountId) {
        return SecondFactor.isOn(accountId);
    }

    /** Uses up a code of the app or a recovery code; false where it is neither. */
    @Transactional
    boolean take(long accountId, String code) {
        return SecondFactor.lock(accountId)
                .filter(factor -> factor.confirmed)
                .filter(factor -> takeTimedCode(factor, code) || factor.takeRecoveryCode(hash(code)))
                .isPresent();
    }

    /** Does nothing where there is no second factor. */
    @Transactional
    public void remove(long accountId) {
        SecondFactor.lock(accountId).ifPresent(factor -> {
            factor.delete();
            if (factor.confirmed) {
                audit.record(Action.SECOND_FACTOR_REMOVED, accountId, null, null);
            }
        });
    }

    private boolean takeTimedCode(SecondFactor factor, String code) {
        var secret = encryption.open(Purpose.SECOND_FACTOR, factor.sealedSecret, factor.accountId);
        if (secret.isEmpty()) {
            Log.warnf(
                    "The second factor of account %d was made under another signing key: only its recovery codes work",
                    factor.accountId);
            return false;
        }
        var step = Totp.step(secret.get(), code, Times.now(), factor.lastStep);
        step.ifPresent(taken -> factor.lastStep = taken);
        return step.isPresent();
    }

    private static String recoveryCode() {
        return String.join(
                "-", Totp.base32(RandomSecrets.random(RECOVERY_CODE_BYTES)).split("(?<=\\G.{4})"));
    }

    /** Spelling differences of a typed code do not matter. */
    private static String hash(String recoveryCode) {
        return RandomSecrets.hash(recoveryCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private static HttpProblem wrongCode() {
        return ProblemType.WRONG_CODE.because(IdentityWords.SEND_CODE_SHOWN);
    }
}
