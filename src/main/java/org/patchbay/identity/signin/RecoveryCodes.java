package org.patchbay.identity.signin;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Codes for an account that lost its app. Never logged. */
record RecoveryCodes(
        @Schema(description = "Each signs in once instead of the app; shown only now", examples = "MZXW-6YTB-OI4T-QOJQ")
        List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "RecoveryCodes";
    }
}
