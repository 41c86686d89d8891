package org.patchbay.mails;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of mails to customers. */
@ConfigMapping(prefix = "patchbay.mails")
interface MailsConfig {

    /** How often one replica looks for what customers are to be told; "off" for never. */
    String lookEvery();

    /** The address that mails come from. */
    String from();

    /** For how long a link in a mail leads to its case. */
    Duration linkLifetime();

    /** For how long the mail server may take to accept a mail. */
    Duration patience();
}
