package org.patchbay.shared.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.patchbay.shared.problems.BodyTooLargeException;
import org.patchbay.shared.problems.ProblemMapper;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Measures request bodies without a declared length, while they are read. */
@Provider
@Priority(RequestPipeline.BODY_SIZE_INTERCEPTOR)
public class BodySizeInterceptor implements ReaderInterceptor {

    private final BodyLimits limits;
    private final CurrentVertxRequest request;

    BodySizeInterceptor(BodyLimits limits, CurrentVertxRequest request) {
        this.limits = limits;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Measured(
                context.getInputStream(), limits.of(request.getCurrent().request())));
        return context.proceed();
    }

    /** For those that nothing wraps into a runtime exception, which {@link ProblemMapper} would look into. */
    @Provider
    @Priority(RequestPipeline.TOO_LARGE_MAPPER)
    public static class TooLargeMapper extends ExceptionMapperBase<BodyTooLargeException> {

        @Override
        protected HttpProblem toProblem(BodyTooLargeException tooLarge) {
            return tooLarge.problem();
        }
    }

    private static final class Measured extends FilterInputStream {

        private long left;

        Measured(InputStream body, long most) {
            super(body);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
        }
    }
}
