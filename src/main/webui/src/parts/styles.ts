const failed = new Set<HTMLLinkElement>();
let renewal: Promise<unknown> | undefined;

window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') {
      failed.add(target);
    }
  },
  true,
);

/** Has style sheets come that did not: who imports a part again is not given its style sheet again. */
export async function renewStyles(): Promise<void> {
  renewal ??= Promise.all([...failed].map(renew)).finally(() => {
    renewal = undefined;
  });
  await renewal;
}

function renew(link: HTMLLinkElement): Promise<unknown> {
  failed.delete(link);
  const again = link.cloneNode() as HTMLLinkElement;
  const come = new Promise((resolve, reject) => {
    again.addEventListener('load', resolve);
    again.addEventListener('error', () => reject(new Error(`No style sheet from ${again.href}`)));
  });
  link.replaceWith(again);
  return come;
}
