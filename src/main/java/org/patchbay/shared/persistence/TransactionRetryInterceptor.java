package org.patchbay.shared.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Runs around the interceptor that begins the transaction: see {@link Transactions}. */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class TransactionRetryInterceptor {

    @AroundInvoke
    Object run(InvocationContext method) throws Exception {
        return Transactions.outlast(method::proceed);
    }
}
