// Every page works without this. With it a page is sent without a reload, what was typed outlives a lost
// connection, a chosen answer can be taken back by a second tap, and time spent on the page is measured.
(() => {
  'use strict';
  const KEPT = 'eyebright-waiting';
  const $ = (selector, within = document) => within.querySelector(selector);
  const AWAY = 'No connection just now. What you typed is kept on this page and will be sent as soon as it is back.';
  const CANNOT = 'The site cannot keep answers just now. What you typed stays on this page.';
  const STAYS = 'What you typed stays on this page.';
  let waiting = null, mayLeave = false, sending = false, timer = 0, tries = 0, shown = '', begun = 0, hidden = 0, hiddenAt = 0;

  const say = text => { $('#line').textContent = text; };
  const keep = () => { try { sessionStorage.setItem(KEPT, JSON.stringify(waiting)); } catch { /* private mode */ } };
  const forget = () => { waiting = null; try { sessionStorage.removeItem(KEPT); } catch { /* private mode */ } };

  const here = () => location.pathname + location.search;
  const arrive = () => {
    shown = here();
    begun = performance.now(); hidden = 0; hiddenAt = document.hidden ? begun : 0;
    document.querySelectorAll('.slide').forEach(slide);
    document.querySelectorAll('.plan').forEach(plan);
    const first = $('[role=alert]') || $('h1');
    return first;
  };
  const focus = element => {
    if (!element) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  const read = text => new DOMParser().parseFromString(text, 'text/html');
  const show = (page, address, push) => {
    if (!$('main', page)) { location.assign(address); return; }
    for (const part of ['header', 'main', 'footer']) {
      const now = $('body > ' + part), next = $('body > ' + part, page);
      if (now && next) now.replaceWith(next);
      else if (next) document.body.append(next);
      else if (now) now.remove();
    }
    document.title = page.title;
    if (push && address !== location.href) history.pushState(null, '', address);
    scrollTo(0, 0);
    focus(arrive());
  };

  const later = why => {
    clearTimeout(timer);
    timer = setTimeout(send, Math.min(30, 2 ** tries++) * 1000);
    // Who waits for a site that is broken may give up: that can last.
    mayLeave = why === CANNOT;
    say(why);
  };
  // In the words of the page that was not shown, since the form with what was typed stays.
  const refused = page => {
    const words = ['main h1', 'main p'].map(part => $(part, page)).filter(part => part)
      .map(part => part.textContent.trim().replace(/[^.?!]$/, '$&.'));
    say([...words, STAYS].join(' '));
  };

  const send = async () => {
    if (!waiting || sending) return;
    clearTimeout(timer);
    sending = true;
    const own = waiting;
    let answer, text;
    try {
      answer = await fetch(own.to, {
        method: 'POST', credentials: 'same-origin', body: own.body,
        signal: AbortSignal.timeout ? AbortSignal.timeout(20000) : undefined,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
      text = await answer.text();
    } catch {
      sending = false;
      later(AWAY);
      return;
    }
    sending = false;
    if (own !== waiting) { send(); return; }
    if (answer.status >= 500) { later(CANNOT); return; }
    forget(); tries = 0; say('');
    const page = read(text), arrived = answer.ok || answer.redirected;
    if (arrived || $('main form', page)) show(page, answer.url, arrived);
    else refused(page);
  };

  document.addEventListener('submit', event => {
    const form = event.target, by = event.submitter;
    if (!form.hasAttribute('data-swap')) return;
    event.preventDefault();
    const seconds = $('[name=seconds]', form);
    if (seconds) seconds.value = Math.round((performance.now() - begun - hidden) / 1000);
    const body = new URLSearchParams(new FormData(form));
    if (by && by.name) body.append(by.name, by.value);
    waiting = { to: form.action, body: body.toString() };
    mayLeave = false;
    keep();
    send();
  });

  const radio = event => {
    const target = event.target.closest && event.target.closest('label, input');
    const input = target && (target.control || target);
    return input && input.type === 'radio' ? input : null;
  };
  let armed = null;
  const arm = event => { const input = radio(event); armed = input && input.checked ? input : null; };
  document.addEventListener('pointerdown', arm);
  document.addEventListener('keydown', event => { if (event.key === ' ') arm(event); });
  document.addEventListener('click', event => {
    const button = event.target.closest('button[name=clear]');
    if (button) {
      event.preventDefault();
      for (const input of button.closest('fieldset').querySelectorAll(':checked')) input.checked = false;
      return;
    }
    if (event.target === armed) { armed.checked = false; armed = null; }
  });
  document.addEventListener('change', event => {
    const input = event.target;
    if (input.type !== 'checkbox' || !input.checked) return;
    const alone = input.hasAttribute('data-alone');
    for (const other of input.closest('fieldset').querySelectorAll(':checked')) {
      if (other !== input && (alone || other.hasAttribute('data-alone'))) other.checked = false;
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = performance.now();
    else if (hiddenAt) { hidden += performance.now() - hiddenAt; hiddenAt = 0; }
  });
  addEventListener('online', () => { tries = 0; send(); });
  addEventListener('beforeunload', event => { if (waiting && !mayLeave) event.preventDefault(); });
  addEventListener('popstate', async () => {
    // A link to a place on the page, such as the field of a complaint, changes nothing else.
    if (here() === shown) return;
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin' });
      show(read(await answer.text()), answer.url, false);
    } catch { location.reload(); }
  });

  // A table of margins also gets a slider.
  const slide = box => {
    const { name, declared, unit, from, step, lines } = box.dataset;
    const all = lines.split('|').map(line => line.split(':')).map(parts => [parts.slice(0, -1).join(':'), parts.at(-1).split(',')]);
    const input = document.createElement('input'), out = document.createElement('output');
    const most = all[0][1].length;
    const told = () => {
      const margin = +(+from + input.value * step).toFixed(4);
      out.textContent = 'A margin of ' + margin + (unit && ' ' + unit) + ': supported in '
        + all.map(([scenario, shares]) => shares[input.value - 1] + ' % (' + scenario + ')').join(', ');
      input.setAttribute('aria-valuetext', out.textContent);
    };
    Object.assign(input, { type: 'range', min: 1, max: most, value: Math.round((declared - from) / step) });
    input.setAttribute('aria-label', 'Margin: ' + name);
    input.addEventListener('input', told);
    box.replaceChildren(input, out);
    told();
  };
  // The sentences of one's own plan: offers can be tapped. What is written stays in this tab and is never sent.
  const plan = box => {
    const key = 'eyebright-plan-' + box.dataset.of, fields = [...box.querySelectorAll('textarea')];
    const write = () => {
      try { sessionStorage.setItem(key, JSON.stringify(fields.map(field => field.value))); } catch { /* private mode */ }
    };
    let before = [];
    try { before = JSON.parse(sessionStorage.getItem(key)) || []; } catch { /* private mode */ }
    const put = (field, text) => {
      const now = field.value.trim().replace(/[.,;]$/, '');
      field.value = now ? now + ', ' + text : text;
      write();
      say('Added: ' + text);
    };
    const button = (text, look, act) => {
      const made = document.createElement('button');
      Object.assign(made, { type: 'button', className: look, textContent: text });
      made.addEventListener('click', act);
      return made;
    };
    fields.forEach((field, at) => {
      field.value = before[at] || field.value;
      field.addEventListener('input', write);
      for (const offer of field.closest('.asking').querySelectorAll('.offers li')) {
        const text = offer.textContent;
        offer.replaceChildren(button(text, 'offer', () => put(field, text)));
      }
    });
    const lines = () => fields.filter(field => field.value.trim())
      .map(field => field.labels[0].textContent + ' ' + field.value.trim()).join('\n\n');
    const steps = document.createElement('p');
    steps.className = 'steps';
    steps.append(
      button('Print', 'go', () => print()),
      button('Keep as a file', 'plain', () => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([lines() + '\n'], { type: 'text/plain' }));
        link.download = 'my-plan.txt';
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      }),
      button('Clear it', 'plain', () => {
        for (const field of fields) field.value = '';
        try { sessionStorage.removeItem(key); } catch { /* private mode */ }
        say('Your plan is cleared.');
      }));
    box.append(steps);
  };

  const alert = arrive();
  if (alert && alert.getAttribute('role') === 'alert') focus(alert);
  try { waiting = JSON.parse(sessionStorage.getItem(KEPT)); } catch { waiting = null; }
  if (waiting) send();
})();
