/** Signing in by password and second factor, and getting a password back. */
package org.patchbay.identity.signin;
