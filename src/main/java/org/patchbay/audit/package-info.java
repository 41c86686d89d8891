/** Who changed what, when and from where: a chain of hashes for each organisation. */
package org.patchbay.audit;
