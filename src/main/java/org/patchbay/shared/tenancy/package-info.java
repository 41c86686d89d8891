/** The organisation on whose rows a transaction works. */
package org.patchbay.shared.tenancy;
