// Patchbay's help on the page of a shop: a round button that opens our widget in a frame.
//   <script src="https://patchbay.example/widget.js" data-organisation="shop" async></script>
// Also: data-language="de", data-position="left", data-colour="#0f6b63", data-label="Help".
// Patchbay.open() and Patchbay.close() do what the button does.
// data-identity="…", and Patchbay.identify(token): the shop's server says who is signed in there. Where the attribute is
// empty, and after Patchbay.forget(), nobody is.
(() => {
  if (window.Patchbay) return;
  const script = document.currentScript;
  const wish = script.dataset;
  const origin = new URL(script.src).origin;
  const language = (wish.language || document.documentElement.lang || navigator.language || 'en').slice(0, 2);
  const german = language === 'de';
  const label = wish.label || (german ? 'Hilfe' : 'Help');
  const colour = wish.colour || wish.color;
  const onPhone = matchMedia('(max-width: 36em)');

  // Sheets that are made by a script need no exception in the shop's content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; --side: 20px; --colour: #0f6b63; position: fixed; z-index: 2147483000; }
    .launch { position: fixed; bottom: max(20px, env(safe-area-inset-bottom)); right: var(--side); display: grid; place-items: center; width: 60px; height: 60px; padding: 0; border: 2px solid #fff; border-radius: 50%; background: var(--colour); color: #fff; box-shadow: 0 4px 16px #0005; cursor: pointer; transition: transform .15s; }
    .launch:hover { transform: scale(1.06); }
    button:focus-visible { outline: 3px solid var(--colour); outline-offset: 3px; }
    svg { width: 28px; height: 28px; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    span { position: absolute; top: -6px; right: -6px; min-width: 22px; height: 22px; border: 2px solid #fff; border-radius: 13px; background: #c2255c; font: 700 13px/22px system-ui, sans-serif; text-align: center; }
    span:empty { display: none; }
    dialog { position: fixed; inset: auto var(--side) 96px auto; box-sizing: border-box; width: 400px; max-width: calc(100vw - 40px); height: 640px; max-height: calc(100dvh - 116px); margin: 0; padding: 0; border: 1px solid #8886; border-radius: 16px; overflow: hidden; background: Canvas; color-scheme: light dark; box-shadow: 0 12px 48px #0006; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    :host(.left) .launch { right: auto; left: var(--side); }
    :host(.left) dialog { inset: auto auto 96px var(--side); }
    dialog:modal { inset: 0 !important; width: 100%; max-width: none; height: 100dvh !important; max-height: none; border: 0; border-radius: 0; }
    dialog > button { position: absolute; inset: 8px 8px auto auto; width: 40px; height: 40px; border: 0; background: none; font: 24px system-ui, sans-serif; }
    .ready > button { display: none; }
    @media (prefers-reduced-motion: reduce) { .launch { transition: none; } }
  `);

  const host = document.createElement('patchbay-help');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  if (wish.position === 'left') host.classList.add('left');
  if (colour) host.style.setProperty('--colour', colour);

  const button = document.createElement('button');
  button.className = 'launch';
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-haspopup', 'dialog');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.append(path);
  const badge = document.createElement('span');
  badge.setAttribute('aria-hidden', 'true');
  button.append(svg, badge);
  const panel = document.createElement('dialog');
  panel.setAttribute('aria-label', label);
  // For as long as our own page in the frame, which has another, is not there.
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = '×';
  back.setAttribute('aria-label', german ? 'Schließen' : 'Close');
  panel.append(back);
  root.append(button, panel);

  let frame;
  let loaded = false;
  let unread = 0;

  const draw = () => {
    path.setAttribute('d', panel.open ? 'M6 9l6 6l6 -6' : 'M21 12a9 8 0 0 1 -13 7l-5 1l1.5 -4a8 8 0 0 1 -1.500 -4a9 8 0 0 1 18 0M8 12h.01M12 12h.01M16 12h.01');
    badge.textContent = panel.open || !unread ? '' : unread > 9 ? '9+' : unread;
    button.setAttribute('aria-expanded', panel.open);
    button.setAttribute('aria-label', unread && !panel.open ? `${label} (${unread} ${german ? 'neu' : 'new'})` : label);
  };

  const say = () => loaded && frame.contentWindow.postMessage({ patchbay: 'shown', shown: panel.open, page: location.origin + location.pathname }, origin);

  // Of whoever is signed in at the shop: a token, null for nobody, undefined where the shop does not say.
  let identity = wish.identity === undefined ? undefined : wish.identity || null;

  const sayIdentity = () => loaded && identity !== undefined && frame.contentWindow.postMessage({ patchbay: 'identity', token: identity }, origin);

  // Whether somebody was identified in this browser, whose session ends with their sign-out.
  const identified = (now) => {
    try {
      if (now) localStorage.setItem('patchbay-identified', 'true');
      const before = localStorage.getItem('patchbay-identified');
      if (now === false) localStorage.removeItem('patchbay-identified');
      return before !== null;
    } catch {
      return true;
    }
  };

  const follow = () => {
    if (identity === null && !loaded && identified()) load();
    sayIdentity();
  };

  const load = () => {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = label;
    frame.allow = 'camera; microphone; display-capture; autoplay';
    const query = new URLSearchParams({ language });
    if (wish.organisation) query.set('organisation', wish.organisation);
    frame.src = `${origin}/widget.html?${query}`;
    frame.onload = () => {
      loaded = true;
      say();
      sayIdentity();
    };
    panel.append(frame);
  };

  const remember = (open) => {
    try {
      sessionStorage.setItem('patchbay', open);
    } catch {
      // A page without storage forgets: news are shown once the panel was opened again.
    }
  };

  const open = () => {
    if (panel.open) return;
    if (!host.isConnected) {
      addEventListener('DOMContentLoaded', open);
      return;
    }
    load();
    // On a phone it covers the page, which then is out of reach.
    panel[onPhone.matches ? 'showModal' : 'show']();
    draw();
    say();
    frame.focus();
    remember(true);
  };

  const close = () => {
    if (panel.open) panel.close();
  };

  panel.onclose = () => {
    draw();
    say();
    button.focus();
  };
  back.onclick = close;
  button.onclick = () => (panel.open ? close() : open());
  host.onkeydown = (pressed) => {
    if (pressed.key === 'Escape') close();
  };

  addEventListener('message', ({ source, origin: from, data }) => {
    if (!frame || source !== frame.contentWindow || from !== origin || !data) return;
    panel.className = 'ready';
    if (data.patchbay === 'close') close();
    if (data.patchbay === 'where') say();
    if (data.patchbay === 'unread' && Number.isInteger(data.count)) {
      unread = data.count;
      draw();
    }
    if (data.patchbay === 'identity') {
      identified(data.accepted === true);
      if (data.accepted === false && identity) console.warn('Patchbay: the identity was refused');
    }
    if (data.patchbay === 'size' && Number.isFinite(data.height)) {
      panel.style.height = `${Math.min(Math.max(data.height, 240), 720)}px`;
    }
  });

  const start = () => {
    document.body.append(host);
    try {
      if (sessionStorage.getItem('patchbay')) {
        // The shop's own page comes first.
        if (document.readyState === 'complete') load();
        else addEventListener('load', load);
      }
    } catch {
      // As above.
    }
    follow();
  };

  const identify = (token) => {
    identity = token || null;
    if (host.isConnected) follow();
  };

  draw();
  window.Patchbay = { open, close, identify, forget: () => identify(null) };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
})();
