package org.patchbay.shared.lifecycle;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.lifecycle.Shutdown.Work;

/** Runs around all other interceptors, including those of transactions. */
@AwaitedAtShutdown
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AwaitedRunInterceptor {

    private final Shutdown shutdown;

    AwaitedRunInterceptor(Shutdown shutdown) {
        this.shutdown = shutdown;
    }

    @AroundInvoke
    @Nullable
    Object run(InvocationContext run) throws Exception {
        if (!shutdown.begin(Work.SCHEDULED_RUNS)) {
            return null;
        }
        try {
            return run.proceed();
        } finally {
            shutdown.end(Work.SCHEDULED_RUNS);
        }
    }
}
