package org.patchbay.attachments;

import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.RestResponse;
import org.patchbay.attachments.Downloads.Download;
import org.patchbay.identity.Actor;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;

/** Files of one conversation, for those who are let into no other. */
@ApplicationScoped
public class SaidFiles {

    private final KeptFiles files;
    private final Downloads downloads;

    SaidFiles(KeptFiles files, Downloads downloads) {
        this.files = files;
        this.downloads = downloads;
    }

    /**
     * Answers with a file.
     *
     * @throws HttpProblem {@code not-found} where no message of the conversation that they may read has it
     */
    public RestResponse<InputStream> file(Actor reader, long conversation, long id, HttpServerRequest http) {
        return answer(downloads.file(said(reader, conversation, id)), http);
    }

    /**
     * Answers with the small picture of a file.
     *
     * @throws HttpProblem {@code not-found} where no message of the conversation that they may read has it
     */
    public RestResponse<InputStream> preview(Actor reader, long conversation, long id, HttpServerRequest http) {
        return answer(downloads.preview(said(reader, conversation, id)), http);
    }

    private Attachment said(Actor reader, long conversation, long id) {
        var file = files.read(reader, id);
        if (file.conversationId == null || file.conversationId != conversation) {
            throw ProblemType.NOT_FOUND.because(AttachmentWords.NO_ATTACHMENT, id);
        }
        return file;
    }

    private RestResponse<InputStream> answer(Download download, HttpServerRequest http) {
        return FileAnswer.of(
                download.file(),
                null,
                null,
                http.getHeader("If-None-Match"),
                http,
                part -> downloads.open(download, part));
    }
}
