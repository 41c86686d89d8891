/** Rules with conditions: written, checked, decided. */
package org.patchbay.policies.rules;
