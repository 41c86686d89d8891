/** Whether it is what browsers send as an origin; plain http is for trials on one's own machine. */
export function isOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    return url.origin === text && (url.protocol === 'https:' || (url.protocol === 'http:' && local));
  } catch {
    return false;
  }
}

export function scriptTag(server: string, slug: string | undefined): string {
  const organisation = slug ? ` data-organisation="${slug}"` : '';
  return `<script src="${server}/widget.js"${organisation} async></script>`;
}
