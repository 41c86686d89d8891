package org.patchbay.shared.web;

import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;

/**
 * Reads parameters of resources from JSON alone: Quarkus would read plain text, too, where a record holds a single
 * text. A resource that reads the stream itself may take any type that it names.
 */
@Provider
@Priority(RequestPipeline.JSON_ONLY_INTERCEPTOR)
public class JsonOnlyInterceptor implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        boolean byItself = context.getType() == InputStream.class;
        if (!byItself && !MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because(CommonWords.SEND_JSON);
        }
        return context.proceed();
    }
}
