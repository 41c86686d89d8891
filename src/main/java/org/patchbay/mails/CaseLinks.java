package org.patchbay.mails;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links to the page of a case. */
@ApplicationScoped
class CaseLinks {

    private final String publicUrl;

    CaseLinks(@ConfigProperty(name = "patchbay.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    String to(long ticket) {
        return publicUrl + "/my/tickets/" + ticket;
    }
}
