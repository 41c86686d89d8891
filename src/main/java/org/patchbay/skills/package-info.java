/** What agents are good at, and how good. */
package org.patchbay.skills;
