package org.patchbay.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.shared.ProblemType;

/** The organisations of this service; until a later issue opens it, the one called {@code default}. */
@ApplicationScoped
public class Organisations {

    private volatile long known;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while nothing has been set up yet */
    @Transactional
    public long current() {
        if (known == 0) {
            known = Organisation.bySlug(Organisation.DEFAULT)
                    .orElseThrow(() -> ProblemType.TEMPORARILY_UNAVAILABLE.because("There is no organisation yet."))
                    .id;
        }
        return known;
    }

    /** Finds or makes the organisation; safe to call from many replicas at once. */
    @Transactional
    public long ensure(String name) {
        if (Organisation.bySlug(Organisation.DEFAULT).isEmpty()) {
            Organisation.createIfAbsent(Organisation.DEFAULT, name);
        }
        return current();
    }
}
