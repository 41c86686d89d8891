/** Drafts and published versions of policies. */
package org.patchbay.policies.versions;
