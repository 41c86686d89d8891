package org.patchbay.sso;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Keeps the identity provider of each organisation. */
@ApplicationScoped
class IdentityProviders {

    private final Organisations organisations;
    private final SecretEncryption encryption;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;

    IdentityProviders(
            Organisations organisations,
            SecretEncryption encryption,
            CurrentOrganisation currentOrganisation,
            Audit audit) {
        this.organisations = organisations;
        this.encryption = encryption;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    IdentityProviderView read(long organisation) {
        organisations.checkOfCustomers(organisation);
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> IdentityProvider.ofOrganisation()
                        .map(IdentityProviderView::of)
                        .orElseThrow(IdentityProviders::none)));
    }

    IdentityProviderView put(long organisation, IdentityProviderRequest request, @Nullable String ifMatch) {
        organisations.checkOfCustomers(organisation);
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    var existing = IdentityProvider.lock();
                    existing.ifPresent(found -> EntityTags.check(ifMatch, found.version));
                    var before = existing.map(IdentityProviderView::of).orElse(null);
                    var settings = existing.orElseGet(IdentityProvider::new);
                    settings.sealedSecret = sealedSecret(organisation, settings, request);
                    settings.issuer = request.issuer();
                    settings.clientId = request.clientId();
                    settings.enabled = request.enabled();
                    settings.roleClaim = request.roleClaim();
                    settings.roles = request.roles();
                    settings.defaultRole = request.defaultRole();
                    settings.groupClaim = request.groupClaim();
                    settings.groupPlaces = request.groups() == null ? Map.of() : request.groups();
                    settings.persistAndFlush();
                    var after = IdentityProviderView.of(settings);
                    audit.record(Action.SIGN_ON_SET, organisation, before, after);
                    return after;
                }));
    }

    /** Deletes the identity provider. Its accounts and sessions stay, but no new sign-in uses it. */
    void delete(long organisation, @Nullable String ifMatch) {
        organisations.checkOfCustomers(organisation);
        currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    var settings = IdentityProvider.lock().orElseThrow(IdentityProviders::none);
                    EntityTags.check(ifMatch, settings.version);
                    settings.delete();
                    audit.record(Action.SIGN_ON_REMOVED, organisation, IdentityProviderView.of(settings), null);
                }));
    }

    /** Whether the organisation of exactly this slug has an identity provider. */
    boolean isOffered(String slug) {
        return organisations
                .served(slug)
                .map(organisation -> currentOrganisation.in(
                        organisation,
                        () -> Transactions.inNew(() -> IdentityProvider.ofOrganisation()
                                .filter(settings -> settings.enabled)
                                .isPresent())))
                .orElse(false);
    }

    /**
     * Empty alike where there is no such organisation, where it is suspended, and where it has no identity provider.
     */
    Optional<Provider> provider(String slug) {
        return organisations
                .served(slug)
                .flatMap(organisation -> currentOrganisation.in(
                        organisation,
                        () -> Transactions.inNew(() -> IdentityProvider.ofOrganisation()
                                .filter(settings -> settings.enabled)
                                .map(settings -> provider(organisation, slug, settings)))));
    }

    private Provider provider(long organisation, String slug, IdentityProvider settings) {
        var secret = encryption.open(Purpose.CLIENT_SECRET, settings.sealedSecret, organisation);
        if (secret.isEmpty()) {
            Log.warnf("The client secret of organisation %d was stored under another signing key", organisation);
            throw ProblemType.IDENTITY_PROVIDER_FAILED.because(SignOnWords.SECRET_ANEW);
        }
        return new Provider(
                settings.id,
                settings.version,
                organisation,
                slug,
                settings.issuer,
                settings.clientId,
                new String(secret.get(), UTF_8));
    }

    /** A stored secret stays with its issuer: otherwise an admin could have it sent to a server of their own. */
    private String sealedSecret(long organisation, IdentityProvider stored, IdentityProviderRequest request) {
        if (request.clientSecret() != null) {
            return encryption.seal(Purpose.CLIENT_SECRET, request.clientSecret().getBytes(UTF_8), organisation);
        }
        if (!request.issuer().equals(stored.issuer)) {
            throw ProblemType.VALIDATION_FAILED.because(SignOnWords.NEEDS_SECRET);
        }
        return stored.sealedSecret;
    }

    private static HttpProblem none() {
        return ProblemType.NOT_FOUND.because(SignOnWords.HERE_ONLY);
    }
}
