package org.patchbay.customers.identified;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a shop signs. */
@Schema(description = "HS256 by a secret that both know, RS256 by a key whose public half is known here")
enum Algorithm {
    HS256,
    RS256
}
