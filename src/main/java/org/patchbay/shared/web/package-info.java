/** The edge of HTTP: what each request passes. */
package org.patchbay.shared.web;
