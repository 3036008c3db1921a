// Improves, is never required: choosing in a marked form sends it at once.
document.documentElement.classList.add('js');
for (const form of document.querySelectorAll('form[data-submit-on-change]'))
  form.addEventListener('change', () => form.requestSubmit());

// A page that waits for something shows how far it is in place, and as a new page once it is done.
const seconds = page => page.querySelector('meta[name=look-again]')?.content;
if (seconds(document)) {
  const wait = () => setTimeout(look, seconds(document) * 1000);
  const parts = root => [...root.querySelectorAll('[data-live]')];
  async function look() {
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.ok && !seconds(page)) return location.replace(location.pathname + location.search);
      const fresh = parts(page);
      parts(document).forEach((part, i) => { if (fresh[i] && part.innerHTML !== fresh[i].innerHTML) part.replaceChildren(...fresh[i].childNodes); });
    } catch {
      // Out of reach for the moment: asked again.
    }
    wait();
  }
  wait();
}

// Says that files are too large before they are sent for nothing.
for (const input of document.querySelectorAll('input[type=file][data-max-bytes]'))
  input.addEventListener('change', () => {
    const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0);
    input.setCustomValidity(bytes > Number(input.dataset.maxBytes) ? input.dataset.tooLarge : '');
    input.reportValidity();
  });

// Files dropped anywhere on a marked form are chosen, and those chosen are listed with their size.
for (const form of document.querySelectorAll('form[data-drop]')) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('[data-chosen]');
  const over = on => form.classList.toggle('dropping', on);
  form.addEventListener('dragover', event => { event.preventDefault(); over(true); });
  form.addEventListener('dragleave', event => { if (!form.contains(event.relatedTarget)) over(false); });
  form.addEventListener('drop', event => {
    event.preventDefault();
    over(false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change'));
  });
  const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  input.addEventListener('change', () => list.replaceChildren(...[...input.files].map(file => {
    const item = document.createElement('li');
    item.textContent = `${file.name} (${size.format(Math.max(0.1, file.size / 1024))} KB)`;
    return item;
  })));
}
