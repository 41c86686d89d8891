/** Texts for readers, in their language. */
package org.patchbay.shared.language;
