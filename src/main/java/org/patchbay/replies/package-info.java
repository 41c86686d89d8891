/** Saved replies. */
package org.patchbay.replies;
