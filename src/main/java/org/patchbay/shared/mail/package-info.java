/** Addresses of mails. */
package org.patchbay.shared.mail;
