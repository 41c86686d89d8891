/** The audit log of each organisation: a chain of hashes that tells who changed what, when and from where. */
package org.patchbay.audit;
