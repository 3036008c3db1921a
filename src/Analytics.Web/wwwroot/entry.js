// Improves, is never required: what does not add up is told while typing, Enter moves on, tables are pasted whole.
for (const form of document.querySelectorAll('form.minutes')) {
  const words = form.dataset;
  const fill = (text, ...values) => values.reduce((t, value, i) => t.replaceAll(`{${i}}`, value), text);
  // Counts may be grouped by threes, as in 1.234; anything else is left to the check after sending.
  const number = input => {
    const text = (input?.value ?? '').trim();
    const plain = /^\d{1,3}([., \u00a0]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;
    return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
  };
  const meeting = field => number(form.querySelector(`[data-meeting=${field}]`));

  function check(row) {
    const of = field => number(row.querySelector(`[data-field=${field}]`));
    const [issued, collected, valid, invalid, high, middle, low] = ['issued', 'collected', 'valid', 'invalid', 'high', 'confidence', 'low'].map(of);
    const levels = words.two ? [middle, low] : [high, middle, low];
    const filled = [...row.querySelectorAll('input.count')].some(input => input.value.trim());
    if (!filled) return ['', ''];
    if (row.querySelector('[data-field=exempt]').value.trim()) return ['bad', words.exempt];
    const sum = levels.reduce((total, level) => total + (level ?? 0), 0);
    const delegates = words.base === 'delegates' ? meeting('delegates') : null;
    const known = (...values) => values.every(value => value !== null);
    if (known(collected, issued) && collected > issued) return ['bad', fill(words.overIssued, collected, issued)];
    if (known(valid, collected) && valid > collected) return ['bad', fill(words.overCollected, valid, collected)];
    if (known(valid, invalid, collected) && valid + invalid !== collected) return ['bad', fill(words.split, valid, invalid, valid + invalid, collected)];
    if (known(valid ?? collected) && sum > (valid ?? collected)) return ['bad', fill(words.overValid, levels.map(l => l ?? 0).join(' + '), sum, valid ?? collected)];
    if (known(collected, delegates) && collected > delegates) return ['bad', fill(words.overDelegates, collected, delegates)];
    if (!known(...levels) || !known(collected)) return ['', words.incomplete];
    const base = words.base === 'delegates' ? delegates : collected;
    const share = base ? ' ' + fill(words.low, (100 * low / base).toFixed(1).replace('.', words.comma)) : '';
    if (known(valid) && sum < valid) return ['warn', fill(words.underValid, levels.join(' + '), sum, valid) + share];
    return ['good', words.fits + share];
  }

  function show(row) {
    const output = row.querySelector('[data-check]');
    const [state, text] = check(row);
    if (output.textContent !== text) output.textContent = text;
    output.className = state;
  }

  const rows = [...form.querySelectorAll('tr[data-line]')];
  rows.forEach(show);
  form.addEventListener('input', event => {
    const row = event.target.closest('tr[data-line]');
    if (row) show(row); else rows.forEach(show);
  });

  const fields = () => [...form.querySelectorAll('input:not([type=hidden]), select, button')];
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.ctrlKey || event.target.tagName === 'BUTTON') return;
    event.preventDefault();
    const all = fields();
    const next = all[all.indexOf(event.target) + 1];
    next?.focus();
    next?.select?.();
  });

  // A table copied from a sheet or a document comes as lines of cells parted by tabs.
  form.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const start = event.target.closest('input');
    const row = start?.closest('tr[data-line]');
    if (!row || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const cells = tr => [...tr.querySelectorAll('input:not([type=hidden])')];
    const at = cells(row).indexOf(start);
    const numeric = start.classList.contains('count');
    const lines = text.replace(/\r/g, '').split('\n').filter(line => line.trim()).map(line => line.split('\t'))
      .filter(line => !numeric || /^\s*\d/.test(line[0]));
    lines.forEach((line, down) => {
      const target = rows[rows.indexOf(row) + down];
      if (!target) return;
      const inputs = cells(target);
      line.forEach((cell, right) => { if (inputs[at + right]) inputs[at + right].value = cell.trim(); });
      show(target);
    });
  });
}
