/** Texts that agents use again and again. */
package org.patchbay.replies;
