/** Facts about files, read from their bytes. */
package org.patchbay.attachments.content;
