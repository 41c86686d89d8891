/** Who signs in, to which organisation, and as what. */
package org.patchbay.identity;
