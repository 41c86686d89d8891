/** Organisations, accounts and sign-in. */
package org.patchbay.identity;
