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
        checkSaid(reader, conversation, id);
        return answer(downloads.file(reader, id), http);
    }

    /**
     * Answers with the small picture of a file.
     *
     * @throws HttpProblem {@code not-found} where no message of the conversation that they may read has it
     */
    public RestResponse<InputStream> preview(Actor reader, long conversation, long id, HttpServerRequest http) {
        checkSaid(reader, conversation, id);
        return answer(downloads.preview(reader, id), http);
    }

    private void checkSaid(Actor reader, long conversation, long id) {
        var said = files.read(reader, id).conversationId;
        if (said == null || said != conversation) {
            throw ProblemType.NOT_FOUND.because(AttachmentWords.NO_ATTACHMENT, id);
        }
    }

    private RestResponse<InputStream> answer(Download download, HttpServerRequest http) {
        return FileAnswer.of(
                download, null, null, http.getHeader("If-None-Match"), http, part -> downloads.open(download, part));
    }
}
