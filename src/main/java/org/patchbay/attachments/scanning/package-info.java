/** The look for malware. */
package org.patchbay.attachments.scanning;
