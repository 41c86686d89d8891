package org.patchbay.shared.tenancy;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Default;

import org.patchbay.shared.persistence.Transactions;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/**
 * The organisation whose rows a transaction sees and writes: the one that was current when it began. A request has that
 * of its token; all other work names it here. Without one there are no rows.
 */
@ApplicationScoped
@Default
@PersistenceUnitExtension
public class CurrentOrganisation implements TenantResolver {

    private static final String NOBODY = "0";
    private static final String EVERYBODY = "*";

    private final ThreadLocal<String> current = new ThreadLocal<>();
    private final OfRequest ofRequest;

    CurrentOrganisation(OfRequest ofRequest) {
        this.ofRequest = ofRequest;
    }

    /** The organisation of a request, once its token has been read. */
    @RequestScoped
    static class OfRequest {
        private String id = NOBODY;

        String id() {
            return id;
        }

        void id(String organisation) {
            id = organisation;
        }
    }

    /** Sets the organisation for the rest of this request. */
    public void ofRequest(long organisationId) {
        ofRequest.id(Long.toString(organisationId));
    }

    /** Runs work that begins its own transactions in an organisation. */
    @ActivateRequestContext
    public <T> T in(long organisationId, Supplier<T> work) {
        return as(Long.toString(organisationId), work);
    }

    /** As {@link #in(long, Supplier)}. */
    @ActivateRequestContext
    public void in(long organisationId, Runnable work) {
        in(organisationId, () -> {
            work.run();
            return null;
        });
    }

    /** Runs a transaction of its own over all organisations: for counting and clearing up, never for a user. */
    @ActivateRequestContext
    public <T> T everywhere(Supplier<T> work) {
        return as(EVERYBODY, () -> Transactions.inNew(work));
    }

    /** As {@link #everywhere(Supplier)}. */
    @ActivateRequestContext
    public void everywhere(Runnable work) {
        everywhere(() -> {
            work.run();
            return null;
        });
    }

    private <T> T as(String tenant, Supplier<T> work) {
        var before = current.get();
        current.set(tenant);
        try {
            return work.get();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }

    /** The organisation of the transaction under way, for SQL that Hibernate does not write. */
    public static long id() {
        return Long.parseLong(Panache.getSession().getTenantIdentifier());
    }

    /** Whether the transaction under way is over all organisations. */
    public static boolean isEverywhere() {
        return EVERYBODY.equals(Panache.getSession().getTenantIdentifier());
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        var named = current.get();
        if (named != null) {
            return named;
        }
        try {
            return ofRequest.id();
        } catch (ContextNotActiveException e) {
            return NOBODY;
        }
    }

    @Override
    public boolean isRoot(String tenant) {
        return EVERYBODY.equals(tenant);
    }
}
