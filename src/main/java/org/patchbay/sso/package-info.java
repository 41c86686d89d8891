/** Sign-in at the identity providers of organisations (OpenID Connect). */
package org.patchbay.sso;
