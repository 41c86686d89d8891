package org.patchbay.customers.identified;

import java.security.Key;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.CustomerWords;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** Keeps the keys by which the word of each organisation's shop is known. */
@ApplicationScoped
class IdentityKeys {

    private static final int SHOWN = 4;

    private final Organisations organisations;
    private final SecretEncryption encryption;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;

    IdentityKeys(
            Organisations organisations,
            SecretEncryption encryption,
            CurrentOrganisation currentOrganisation,
            Audit audit) {
        this.organisations = organisations;
        this.encryption = encryption;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    /** A key that signs, by an algorithm. */
    record Verification(Algorithm algorithm, Key key) {}

    List<IdentityKeyView> list(long organisation) {
        organisations.checkOfCustomers(organisation);
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() ->
                        IdentityKey.all().stream().map(IdentityKeyView::of).toList()));
    }

    /** The answer carries the secret, which cannot be read again. */
    IdentityKeyView create(long organisation, NewIdentityKey request) {
        organisations.checkOfCustomers(organisation);
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> request.algorithm() == Algorithm.HS256
                        ? secret(organisation, request.publicKey())
                        : publicKey(organisation, request.publicKey())));
    }

    private IdentityKeyView secret(long organisation, @Nullable String publicKey) {
        if (publicKey != null) {
            throw ProblemType.VALIDATION_FAILED.because(CustomerWords.KEY_NEEDS_TEXT);
        }
        var secret = RandomSecrets.random();
        var key = IdentityKey.create(freePlace(), Algorithm.HS256, secret.substring(0, SHOWN));
        key.sealedSecret = encryption.seal(Purpose.IDENTITY_KEYS, secret.getBytes(UTF_8), organisation);
        return kept(organisation, key).withSecret(secret);
    }

    private IdentityKeyView publicKey(long organisation, @Nullable String text) {
        if (text == null) {
            throw ProblemType.VALIDATION_FAILED.because(CustomerWords.KEY_NEEDS_TEXT);
        }
        if (PublicKeys.parse(text).isEmpty()) {
            throw ProblemType.VALIDATION_FAILED.because(CustomerWords.NO_PUBLIC_KEY);
        }
        var key = IdentityKey.create(
                freePlace(), Algorithm.RS256, RandomSecrets.hash(text.strip()).substring(0, SHOWN));
        key.publicKey = text.strip();
        return kept(organisation, key);
    }

    private IdentityKeyView kept(long organisation, IdentityKey key) {
        key.persistAndFlush();
        var view = IdentityKeyView.of(key);
        audit.record(Action.IDENTITY_KEY_CREATED, organisation, null, view);
        return view;
    }

    private static int freePlace() {
        var taken = IdentityKey.all().stream().map(key -> key.place).toList();
        return IntStream.rangeClosed(1, IdentityKey.PLACES)
                .filter(place -> !taken.contains(place))
                .findFirst()
                .orElseThrow(() -> ProblemType.CONFLICT.because(CustomerWords.TWO_IDENTITY_KEYS));
    }

    /** Its tokens open nothing any more. Sessions that began with them go on. */
    void delete(long organisation, long id) {
        organisations.checkOfCustomers(organisation);
        currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    var key = IdentityKey.byId(id).orElseThrow(() -> unknown(id));
                    key.delete();
                    audit.record(Action.IDENTITY_KEY_DELETED, organisation, IdentityKeyView.of(key), null);
                }));
    }

    /** Those of the current organisation. */
    List<Verification> verifications() {
        return IdentityKey.all().stream()
                .flatMap(key -> verification(key).stream())
                .toList();
    }

    private List<Verification> verification(IdentityKey key) {
        if (key.publicKey != null) {
            return PublicKeys.parse(key.publicKey).stream()
                    .map(parsed -> new Verification(Algorithm.RS256, parsed))
                    .toList();
        }
        var secret = encryption.open(Purpose.IDENTITY_KEYS, requireNonNull(key.sealedSecret), CurrentOrganisation.id());
        if (secret.isEmpty()) {
            Log.warnf("Identity key %d was stored under another signing key", key.id);
        }
        return secret.stream()
                .map(bytes -> new Verification(Algorithm.HS256, new HmacKey(bytes)))
                .toList();
    }

    private static HttpProblem unknown(long id) {
        return ProblemType.NOT_FOUND.because(CustomerWords.NO_IDENTITY_KEY, id);
    }
}
