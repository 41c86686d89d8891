/** The places where files are kept. */
package org.patchbay.attachments.store;
