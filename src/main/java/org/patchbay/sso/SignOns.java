package org.patchbay.sso;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Vault;
import org.patchbay.identity.Vault.Purpose;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Transactions;
import org.patchbay.shared.Versions;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Keeps how the people of each organisation sign in. */
@ApplicationScoped
class SignOns {

    private final Organisations organisations;
    private final Vault vault;
    private final Tenancy tenancy;
    private final Audit audit;

    SignOns(Organisations organisations, Vault vault, Tenancy tenancy, Audit audit) {
        this.organisations = organisations;
        this.vault = vault;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    SignOnView read(long organisation) {
        organisations.checkOfCustomers(organisation);
        return tenancy.in(
                organisation,
                () -> Transactions.inNew(
                        () -> SignOn.ofOrganisation().map(SignOnView::of).orElseThrow(SignOns::none)));
    }

    SignOnView put(long organisation, SignOnSettings settings, String ifMatch) {
        organisations.checkOfCustomers(organisation);
        return tenancy.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    var existing = SignOn.lock();
                    existing.ifPresent(found -> Versions.check(ifMatch, found.version));
                    var before = existing.map(SignOnView::of).orElse(null);
                    var signOn = existing.orElseGet(SignOn::new);
                    signOn.sealedSecret = sealedSecret(organisation, signOn, settings);
                    signOn.issuer = settings.issuer();
                    signOn.clientId = settings.clientId();
                    signOn.enabled = settings.enabled();
                    signOn.roleClaim = settings.roleClaim();
                    signOn.roles = settings.roles();
                    signOn.defaultRole = settings.defaultRole();
                    signOn.groupClaim = settings.groupClaim();
                    signOn.groupPlaces = settings.groups() == null ? Map.of() : settings.groups();
                    signOn.persistAndFlush();
                    var after = SignOnView.of(signOn);
                    audit.record(Action.SIGN_ON_SET, organisation, before, after);
                    return after;
                }));
    }

    /** Accounts and sessions that came by it stay; nobody comes by it any more. */
    void delete(long organisation, String ifMatch) {
        organisations.checkOfCustomers(organisation);
        tenancy.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    var signOn = SignOn.lock().orElseThrow(SignOns::none);
                    Versions.check(ifMatch, signOn.version);
                    signOn.delete();
                    audit.record(Action.SIGN_ON_REMOVED, organisation, SignOnView.of(signOn), null);
                }));
    }

    /** Whether people of the organisation of exactly this slug may sign in elsewhere. */
    boolean isOffered(String slug) {
        return organisations
                .served(slug)
                .map(organisation -> tenancy.in(
                        organisation,
                        () -> Transactions.inNew(() -> SignOn.ofOrganisation()
                                .filter(signOn -> signOn.enabled)
                                .isPresent())))
                .orElse(false);
    }

    /** Empty alike where there is no such organisation, where it is suspended, and where nobody signs in elsewhere. */
    Optional<Provider> provider(String slug) {
        return organisations
                .served(slug)
                .flatMap(organisation -> tenancy.in(
                        organisation,
                        () -> Transactions.inNew(() -> SignOn.ofOrganisation()
                                .filter(signOn -> signOn.enabled)
                                .map(signOn -> provider(organisation, slug, signOn)))));
    }

    private Provider provider(long organisation, String slug, SignOn signOn) {
        var secret = vault.open(Purpose.CLIENT_SECRET, signOn.sealedSecret, organisation);
        if (secret.isEmpty()) {
            Log.warnf("The client secret of organisation %d was stored under another signing key", organisation);
            throw ProblemType.IDENTITY_PROVIDER_FAILED.because("An admin must set the client secret anew.");
        }
        return new Provider(
                signOn.id,
                signOn.version,
                organisation,
                slug,
                signOn.issuer,
                signOn.clientId,
                new String(secret.get(), UTF_8));
    }

    /** A stored secret stays with its issuer: else an admin could have it sent to a server of their own. */
    private String sealedSecret(long organisation, SignOn stored, SignOnSettings settings) {
        if (settings.clientSecret() != null) {
            return vault.seal(Purpose.CLIENT_SECRET, settings.clientSecret().getBytes(UTF_8), organisation);
        }
        if (!settings.issuer().equals(stored.issuer)) {
            throw ProblemType.VALIDATION_FAILED.because("A new issuer needs its clientSecret.");
        }
        return stored.sealedSecret;
    }

    private static HttpProblem none() {
        return ProblemType.NOT_FOUND.because("People of this organisation sign in here only.");
    }
}
