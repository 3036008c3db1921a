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
