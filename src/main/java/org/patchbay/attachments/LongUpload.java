package org.patchbay.attachments;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Api;
import org.patchbay.shared.web.LongBody;

import io.vertx.core.http.HttpMethod;

/** Lets files in that are longer than other bodies. */
@ApplicationScoped
class LongUpload implements LongBody {

    private static final String PATH = Api.PATH + "/attachments";

    private final long most;

    LongUpload(AttachmentsConfig config) {
        most = config.maxSize().asLongValue();
    }

    @Override
    public boolean isFor(HttpMethod method, String path) {
        return method.equals(HttpMethod.POST) && path.equals(PATH);
    }

    @Override
    public long most() {
        return most;
    }
}
