// Works without this file; with it, a long text is copied by a press, and a form is not sent twice.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (button === null) return;
  const source = document.getElementById(button.dataset.copy);
  if (source === null) return;
  const text = source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.copied;
  } catch {
    // Not allowed (plain http from another machine): it is selected, so that the keys copy it.
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('hx-post')) return;
  if (form.dataset.sent === 'yes') {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
});

// A page that comes back from the browser's memory may send its forms again.
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// A long list of boxes is narrowed by what is typed, with or without accents. Boxes that are ticked stay in sight.
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
for (const field of document.querySelectorAll('[data-filter]')) {
  field.hidden = false;
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    const typed = folded(field.value.trim());
    for (const label of document.querySelectorAll(`[data-filtered="${field.dataset.filter}"]`))
      label.hidden = !folded(label.textContent).includes(typed) && !label.querySelector('input').checked;
  });
}

// A phone that is handed on keeps no list of a door: whoever signs in gets their own. What was done there and not sent yet stays.
if (location.pathname === '/console/sign-in') {
  if ('caches' in window) caches.delete('ban-hoc-door');
  try {
    for (const name of Object.keys(localStorage))
      if (/^ban-hoc-door:.*:list$/.test(name)) localStorage.removeItem(name);
  } catch {}
}
