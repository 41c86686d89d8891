/** Fields of one's own: what an organisation keeps of its tickets besides what every organisation does. */
package org.patchbay.fields;
