/** Unsent words about tickets, kept for the other devices of their author. */
package org.patchbay.drafts;
