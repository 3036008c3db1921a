// Improves, is never required: choosing in a marked form sends it at once.
document.documentElement.classList.add('js');
for (const form of document.querySelectorAll('form[data-submit-on-change]'))
  form.addEventListener('change', () => form.requestSubmit());
