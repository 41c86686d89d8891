/** Mails to customers about their cases. */
package org.patchbay.mails;
