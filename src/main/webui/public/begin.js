// What a page begins with may not come: the line is cut, or in a rollout it is asked of another replica, which has another
// version. There is nothing to be lost yet, so the page is loaded anew, as soon as it can be.
(() => {
  const STORED = 'patchbay-begun';
  const german = navigator.language.startsWith('de');
  const words = german ? 'Einen Moment bitte …' : 'One moment, please …';
  let loading = true;
  let waiting = false;

  const tried = () => {
    try {
      const tries = Number(sessionStorage.getItem(STORED));
      sessionStorage.setItem(STORED, tries + 1);
      return tries;
    } catch {
      return 3;
    }
  };

  const again = () => {
    if (waiting) return;
    waiting = true;
    const root = document.getElementById('root');
    if (root && !root.hasChildNodes()) root.textContent = words;
    const look = async () => {
      const there = await fetch('/index.html', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
      if (there?.ok) location.reload();
      else setTimeout(look, 2000);
    };
    setTimeout(look, Math.min(500 * 2 ** tried(), 60000));
  };

  const isEmpty = () => !document.getElementById('root')?.childElementCount;

  addEventListener(
    'error',
    ({ target }) => {
      if (loading && (target.tagName === 'SCRIPT' || target.rel === 'stylesheet')) again();
    },
    true,
  );
  // What is loaded right after the first script, and shows nothing before.
  addEventListener('vite:preloadError', () => {
    if (isEmpty()) again();
  });
  addEventListener('load', () => {
    loading = false;
  });
  // A style sheet may have failed before this was there.
  if ([...document.querySelectorAll('link[rel=stylesheet]')].some((link) => !link.sheet)) again();
})();
