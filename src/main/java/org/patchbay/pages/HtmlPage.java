package org.patchbay.pages;

import java.util.List;

/** A built page, cut where the nonce of a response goes. */
record HtmlPage(List<String> pieces) {

    private static final String PLACEHOLDER = "__NONCE__";

    static HtmlPage of(String html) {
        return new HtmlPage(List.of(html.split(PLACEHOLDER, -1)));
    }

    String with(String nonce) {
        return String.join(nonce, pieces);
    }
}
