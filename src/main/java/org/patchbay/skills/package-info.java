/** Skills of agents, and their levels. */
package org.patchbay.skills;
