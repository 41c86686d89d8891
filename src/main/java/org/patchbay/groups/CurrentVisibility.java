package org.patchbay.groups;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The visibility that applies now. A request has that of its account. Work that no request caused, and work that
 * Patchbay does of its own accord within a request, sees everything of the organisation.
 */
@ApplicationScoped
public class CurrentVisibility {

    private static final ThreadLocal<Visibility> NAMED = new ThreadLocal<>();

    /** The visibility of a request, looked up where it is first asked for: in the transaction of its work. */
    @RequestScoped
    static class OfRequest {
        private Supplier<Visibility> lookup = () -> Visibility.EVERYTHING;
        private @Nullable Visibility found;

        Visibility visibility() {
            if (found == null) {
                if (CurrentOrganisation.isEverywhere()) {
                    return Visibility.EVERYTHING;
                }
                found = ofEverything(lookup);
            }
            return found;
        }

        Supplier<Visibility> lookup() {
            return lookup;
        }

        /** @param of also for other threads */
        void visibility(Supplier<Visibility> of) {
            lookup = of;
            found = null;
        }
    }

    private final OfRequest ofRequest;

    CurrentVisibility(OfRequest ofRequest) {
        this.ofRequest = ofRequest;
    }

    /** Sets the visibility for the rest of this request, which is looked up once, when somebody asks for it. */
    void ofRequest(Supplier<Visibility> visibility) {
        ofRequest.visibility(visibility);
    }

    /**
     * Runs work that Patchbay does of its own accord. For example, a freed agent gets the best ticket for that agent,
     * whatever the account that freed them sees.
     */
    public static <T> T ofEverything(Supplier<T> work) {
        return of(Visibility.EVERYTHING, work);
    }

    /** As {@link #ofEverything(Supplier)}. */
    public static void ofEverything(Runnable work) {
        ofEverything(() -> {
            work.run();
            return null;
        });
    }

    /** Runs work that belongs to a request but outlives its context. */
    public static <T> T of(Visibility visibility, Supplier<T> work) {
        var before = NAMED.get();
        NAMED.set(visibility);
        try {
            return work.get();
        } finally {
            if (before == null) {
                NAMED.remove();
            } else {
                NAMED.set(before);
            }
        }
    }

    public static Visibility current() {
        var named = NAMED.get();
        if (named != null) {
            return named;
        }
        var container = Arc.container();
        return container.requestContext().isActive()
                ? container.instance(OfRequest.class).get().visibility()
                : Visibility.EVERYTHING;
    }

    /** The visibility that applies now, to be looked up by another thread in a transaction of the organisation. */
    public static Supplier<Visibility> ofThisWork() {
        var named = NAMED.get();
        var container = Arc.container();
        if (named != null || !container.requestContext().isActive()) {
            var known = named == null ? Visibility.EVERYTHING : named;
            return () -> known;
        }
        var lookup = container.instance(OfRequest.class).get().lookup();
        return () -> ofEverything(lookup);
    }

    /** SQL knows no empty list; no row has this id. */
    private static Set<Long> listed(Set<Long> ids) {
        return ids.isEmpty() ? Set.of(-1L) : ids;
    }

    /** Parameters of {@link Visibility#FILTER}. Hibernate asks for them whenever it writes a query. */
    @RegisterForReflection
    static class AnyCustomer implements Supplier<Boolean> {
        @Override
        public Boolean get() {
            return current().anyCustomer();
        }
    }

    @RegisterForReflection
    static class AllTickets implements Supplier<Boolean> {
        @Override
        public Boolean get() {
            return current().allTickets();
        }
    }

    @RegisterForReflection
    static class AllCustomers implements Supplier<Boolean> {
        @Override
        public Boolean get() {
            return current().allCustomers();
        }
    }

    @RegisterForReflection
    static class AllAgents implements Supplier<Boolean> {
        @Override
        public Boolean get() {
            return current().allAgents();
        }
    }

    @RegisterForReflection
    static class AllGroups implements Supplier<Boolean> {
        @Override
        public Boolean get() {
            return current().allGroups();
        }
    }

    @RegisterForReflection
    static class Groups implements Supplier<Set<Long>> {
        @Override
        public Set<Long> get() {
            return listed(current().groups());
        }
    }

    @RegisterForReflection
    static class OwnCustomer implements Supplier<Long> {
        @Override
        public Long get() {
            return current().ownCustomer();
        }
    }

    @RegisterForReflection
    static class Account implements Supplier<Long> {
        @Override
        public Long get() {
            return current().account();
        }
    }
}
