// Loaded by previews that follow their folder: when it was read again the page is loaded again, and what was typed and
// where one was comes back.
(() => {
  'use strict';
  const KEPT = 'eyebright-place';
  const SEEN = document.currentScript.dataset.seen;
  const here = () => location.pathname + location.search;
  const fields = () => [...document.querySelectorAll('main input:not([type=hidden]), main textarea')];
  const parts = () => [...document.querySelectorAll('main details')];
  const ticks = field => field.type === 'radio' || field.type === 'checkbox';

  const keep = () => {
    const typed = fields().map(field => ({
      name: field.name, value: ticks(field) ? field.checked && field.value : field.value, ticks: ticks(field) }));
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({
        page: here(), typed, open: parts().map(part => part.open), y: scrollY }));
    } catch { /* private mode */ }
  };
  const bringBack = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch { /* private mode */ }
    if (!kept || kept.page !== here()) return;
    for (const field of fields()) {
      const before = kept.typed.filter(each => each.name === field.name && each.ticks === ticks(field));
      if (!before.length) continue;
      if (ticks(field)) field.checked = before.some(each => each.value === field.value);
      else field.value = before[0].value;
    }
    parts().forEach((part, at) => { part.open = kept.open[at] || part.open; });
    scrollTo(0, kept.y);
  };

  const pause = seconds => new Promise(done => setTimeout(done, seconds * 1000));
  const listen = async () => {
    let missed = false;
    for (;;) {
      const asked = performance.now();
      try {
        const answer = await fetch('/look/changes?seen=' + SEEN, { cache: 'no-store' });
        if (!answer.ok) return;
        // A site that was started again counts anew.
        if (await answer.text() !== SEEN || missed) { keep(); location.reload(); return; }
      } catch { missed = true; }
      if (performance.now() - asked < 1000) await pause(1);
    }
  };
  bringBack();
  listen();
})();
