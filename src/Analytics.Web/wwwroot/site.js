// Improves, is never required: choosing in a marked form sends it at once.
document.documentElement.classList.add('js');
for (const form of document.querySelectorAll('form[data-submit-on-change]'))
  form.addEventListener('change', () => form.requestSubmit());

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
