// Figures of a picture, read by pointer or keyboard. Without this the browser shows the same words as plain hints.
for (const plot of document.querySelectorAll('[data-plot]')) {
  const spots = [...plot.querySelectorAll('.spots path')];
  plot.tabIndex = 0;
  plot.setAttribute('role', 'group');
  plot.setAttribute('aria-label', plot.dataset.label);
  if (!spots.length) continue;
  for (const spot of spots) {
    const title = spot.querySelector('title');
    spot.dataset.says = title.textContent;
    title.remove();
  }
  const points = spots.filter(spot => !spot.classList.contains('line'));
  const order = points.length ? points : spots;
  const tip = plot.appendChild(Object.assign(document.createElement('p'), { className: 'tip', hidden: true }));
  const voice = plot.appendChild(Object.assign(document.createElement('p'), { className: 'visually-hidden' }));
  voice.setAttribute('role', 'status');
  plot.setAttribute('aria-label', `${plot.dataset.label}. ${plot.dataset.help}`);
  let at = -1;

  const mark = spot => {
    const series = spot?.dataset.series;
    for (const other of spots) {
      other.classList.toggle('on', other === spot);
      other.classList.toggle('same', Boolean(series) && other !== spot && other.dataset.series === series);
    }
    const words = spot?.dataset.says;
    tip.hidden = !words;
    if (!words) return;
    tip.textContent = words;
    const [box, around] = [spot.getBoundingClientRect(), plot.getBoundingClientRect()];
    const middle = box.left + box.width / 2 - around.left + plot.scrollLeft;
    tip.style.left = `${Math.max(0, Math.min(middle - tip.offsetWidth / 2, plot.scrollWidth - tip.offsetWidth))}px`;
    const above = box.top - around.top - tip.offsetHeight - 6;
    tip.style.top = `${above >= 0 ? above : box.bottom - around.top + 6}px`;
  };
  const go = to => {
    at = (to + order.length) % order.length;
    order[at].scrollIntoView({ block: 'nearest', inline: 'nearest' });
    mark(order[at]);
    voice.textContent = order[at].dataset.says;
  };

  plot.addEventListener('pointerover', event => mark(event.target.closest('.spots path')));
  plot.addEventListener('pointerleave', () => mark(document.activeElement === plot ? order[at] : null));
  plot.addEventListener('blur', () => { at = -1; mark(null); voice.textContent = ''; });
  plot.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) go(at < 0 ? (step > 0 ? 0 : -1) : at + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape') { at = -1; mark(null); voice.textContent = ''; }
    else return;
    event.preventDefault();
  });
}
