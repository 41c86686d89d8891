/** Sessions, and the tokens that they are known by. */
package org.patchbay.identity.sessions;
