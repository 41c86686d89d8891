package org.patchbay.attachments.scanning;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.attachments.AttachmentsConfig;

/** Looks for malware in files, where the configuration names somebody who does. */
@ApplicationScoped
public class Scanner {

    private final Optional<Clamd> clamd;

    Scanner(AttachmentsConfig config) {
        clamd = config.scanner().map(Clamd::at);
    }

    /**
     * @return empty where there is no scanner
     * @throws IOException where there is one, and it does not say what the file is
     */
    public Optional<Verdict> scan(InputStream content) throws IOException {
        return clamd.isEmpty() ? Optional.empty() : Optional.of(clamd.get().scan(content));
    }
}
