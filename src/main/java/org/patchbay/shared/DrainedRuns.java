package org.patchbay.shared;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import org.patchbay.shared.Stopping.Work;

/** Around all others, transactions among them. */
@Drained
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class DrainedRuns {

    private final Stopping stopping;

    DrainedRuns(Stopping stopping) {
        this.stopping = stopping;
    }

    @AroundInvoke
    Object run(InvocationContext run) throws Exception {
        if (!stopping.begin(Work.SCHEDULED_RUNS)) {
            return null;
        }
        try {
            return run.proceed();
        } finally {
            stopping.end(Work.SCHEDULED_RUNS);
        }
    }
}
