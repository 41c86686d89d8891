/** Accounts, their roles and passwords as rows. */
package org.patchbay.identity.accounts;
