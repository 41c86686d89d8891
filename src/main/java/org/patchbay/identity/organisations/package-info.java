/** Organisations from their first day to their removal. */
package org.patchbay.identity.organisations;
