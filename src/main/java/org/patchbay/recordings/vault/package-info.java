/** The encryption of recordings. */
package org.patchbay.recordings.vault;
