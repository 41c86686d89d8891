/** Programs that sign in for themselves. */
package org.patchbay.identity.clients;
