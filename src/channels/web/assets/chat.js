// The page works without this file. With it, answers come without a reload and later messages by themselves.
const log = document.getElementById('log');
const box = document.getElementById('text');
const words = document.body.dataset;

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

const show = (node) => {
  log.append(node);
  node.scrollIntoView({ block: 'nearest' });
};

const bubble = (className, text) => {
  const message = element('article', `message ${className}`);
  const inner = element('div', 'bubble');
  inner.append(element('p', 'text', text));
  message.append(inner);
  return message;
};

const append = (html) => {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const first = holder.content.firstElementChild;
  const known = (node) => log.querySelector(`[data-id="${node.dataset.id}"]`);
  for (const node of [...holder.content.children]) if (!node.dataset.id || !known(node)) log.append(node);
  first?.scrollIntoView({ block: 'start' });
};

const randomId = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now();

async function send(fields, spoken) {
  log.querySelector('.welcome')?.remove();
  if (spoken) show(bubble('person', spoken));
  await attempt({ message_id: randomId(), ...fields });
}

async function attempt(fields) {
  const waiting = bubble('service waiting', words.waiting);
  show(waiting);
  let problem;
  try {
    const answer = await fetch('/chat/send', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    if (answer.ok) {
      append(await answer.text());
      listen();
    } else problem = answer.status === 429 ? words.busy : (await answer.text()).slice(0, 300) || words.failed;
    if (answer.headers.get('x-reload')) location.reload();
  } catch {
    problem = navigator.onLine ? words.failed : words.offline;
  }
  waiting.remove();
  if (problem === undefined) return;
  const note = element('div', 'problem', `${problem} `);
  note.setAttribute('role', 'alert');
  const again = element('button', '', words.retry);
  again.type = 'button';
  // The same message id: if the first try did arrive after all, it is answered once.
  again.onclick = () => {
    note.remove();
    attempt(fields);
  };
  note.append(again);
  show(note);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.classList.contains('chat-form')) return;
  event.preventDefault();
  const pressed = event.submitter;
  if (pressed?.name === 'choice') {
    send({ choice: pressed.value }, pressed.getAttribute('aria-label') ?? pressed.textContent);
  } else {
    const text = pressed?.name === 'text' ? pressed.value : box.value.trim();
    if (text === '') return box.focus();
    if (pressed?.name !== 'text') {
      box.value = '';
      grow();
    }
    send({ text }, text);
  }
  if (matchMedia('(pointer: fine)').matches) box.focus();
});

const grow = () => {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 3}px`;
};
box.addEventListener('input', grow);
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  box.form.requestSubmit();
});

let stream;
function listen() {
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource('/chat/events');
  stream.addEventListener('reply', (event) => append(JSON.parse(event.data)));
}
if (log.querySelector('.message')) {
  listen();
  log.lastElementChild.scrollIntoView({ block: 'start' });
}
