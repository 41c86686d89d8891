/** Support agents: who they are, whether they are there, and how much they hold. */
package org.patchbay.agents;
