// Checking in at the door. What is done goes into the phone's memory first and from there to the server, with an id of its own: one way with and
// without a network, so there is no mode to switch. The server does a deed once however often it is sent.
const root = document.getElementById('door');
const { path, locale, timezone, jsqr } = root.dataset;
const words = JSON.parse(root.dataset.words);
const prefix = `ban-hoc-door:${root.dataset.id}:`;
const part = (name) => document.getElementById(name);
let csrf = root.dataset.csrf;

// ——— The phone's memory. One entry a deed: two tabs never overwrite each other's.
const fallback = new Map();
let keeps = true;

function keep(name, value) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Full, or forbidden: it stays while the page does, and the page says so.
    fallback.set(prefix + name, JSON.stringify(value));
    keeps = false;
  }
}
function recall(name) {
  try {
    return JSON.parse(fallback.get(prefix + name) ?? localStorage.getItem(prefix + name) ?? 'null');
  } catch {
    return JSON.parse(fallback.get(prefix + name) ?? 'null');
  }
}
function forget(name) {
  fallback.delete(prefix + name);
  try {
    localStorage.removeItem(prefix + name);
  } catch {}
}
function all(kind) {
  let names = [...fallback.keys()];
  try {
    names = [...new Set([...names, ...Object.keys(localStorage)])];
  } catch {}
  return names
    .filter((name) => name.startsWith(`${prefix}${kind}:`))
    .map((name) => recall(name.slice(prefix.length)))
    .filter((each) => each !== null)
    .sort((one, other) => one.at - other.at || one.turn - other.turn);
}

let list = recall('list') ?? { people: [], capacity: null, version: '' };
let isOnline = true;
let mustSignIn = false;
let isForbidden = false;
const underWay = new Set();

function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fill(text, slots = {}) {
  return text.replace(/\{(\w+)\}/g, (slot, name) => slots[name] ?? slot);
}

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: timezone });

/** Everybody as they stand when all that waits to be sent is done. */
function people() {
  const shown = list.people.map((each) => ({ ...each }));
  for (const deed of all('deed')) {
    const person = deed.code && shown.find((each) => each.code === deed.code);
    if (deed.kind === 'scan' && person) Object.assign(person, { at: person.at ?? deed.at, deed: deed.id });
    if (deed.kind === 'walk_in')
      shown.push({ walkIn: true, state: 'taken', name: deed.name, at: deed.at, deed: deed.id });
    if (deed.kind !== 'undo') continue;
    const gone =
      shown.find((each) => (deed.registration ? each.key === deed.registration : each.deed === deed.of)) ?? person;
    if (gone) delete gone.at;
  }
  return shown.filter((each) => !each.walkIn || each.at !== undefined);
}

let turn = 0;
function add(deed) {
  const made = { id: newId(), at: Date.now(), turn: turn++, ...deed };
  keep(`deed:${made.id}`, made);
  draw();
  void send();
  return made;
}

// ——— Sending.
let isSending = false;
let wait = 2000;
let timer;

function again(delay) {
  clearTimeout(timer);
  timer = setTimeout(() => void send(), delay);
}

async function ask(address, init = {}) {
  // As a part of a page: who is not signed in is told so, and is not led to another page.
  const headers = { 'hx-request': 'true', accept: 'application/json', ...init.headers };
  return fetch(address, { ...init, headers, credentials: 'same-origin' });
}

/** Sends what waits, oldest first, and looks who came meanwhile. */
async function send() {
  if (isSending) return;
  isSending = true;
  clearTimeout(timer);
  try {
    let tokens = 0;
    let most = 50;
    for (let deeds = all('deed'); deeds.length > 0; deeds = all('deed')) {
      const batch = deeds.slice(0, most);
      for (const { id } of batch) underWay.add(id);
      const response = await ask(`${path}/scans`, {
        method: 'POST',
        body: new URLSearchParams({ csrf, deeds: JSON.stringify(batch) }),
      });
      if (response.status === 403 && tokens++ === 0 && (await look())) continue;
      if (response.status === 413 || response.status === 422 || response.status === 400) {
        // One that the server cannot read must not hold up the others.
        if (most > 1) most = 1;
        else for (const deed of batch) settle(deed, { outcome: 'unknown' });
        continue;
      }
      mustSignIn = response.status === 401;
      isForbidden = response.status === 403 || response.status === 404;
      if (!response.ok) throw new Error(String(response.status));
      const { results } = await response.json();
      for (const result of results) {
        const deed = batch.find(({ id }) => id === result.id);
        if (deed) settle(deed, result);
      }
      if (results.length === 0) throw new Error('nothing was taken');
    }
    if (!(await look())) throw new Error('no list');
    isOnline = true;
    wait = 2000;
    // What was done while the list was read goes at once.
    again(all('deed').length > 0 ? 0 : 15_000);
  } catch {
    isOnline = mustSignIn || isForbidden;
    again(wait);
    wait = Math.min(wait * 2, 30_000);
  } finally {
    isSending = false;
    underWay.clear();
    draw();
  }
}

/** Reads the list if it has changed. */
async function look() {
  const response = await ask(`${path}/list?known=${encodeURIComponent(list.version)}`);
  mustSignIn = response.status === 401;
  isForbidden = response.status === 403 || response.status === 404;
  if (!response.ok) return false;
  const found = await response.json();
  csrf = found.csrf;
  if (found.people) {
    list = { people: found.people, capacity: found.capacity, version: found.version };
    keep('list', list);
  }
  return true;
}

/** What became of a deed. What nobody expected is kept until somebody has seen it. */
function settle(deed, result) {
  forget(`deed:${deed.id}`);
  const known = list.people.find(({ key }) => key === result.registration);
  if (known) {
    known.state = result.state;
    if (result.at) known.at = result.at;
    else delete known.at;
    // Kept at once: the network may go before the list is read anew.
    keep('list', list);
  }
  const isLast = said.deed === deed.id;
  switch (result.outcome) {
    case 'checked_in':
      if (isLast) say('fine', fill(words.in, { code: deed.code }), deed.id);
      return;
    case 'again': {
      // The same scan, sent twice: its answer was lost on the way.
      if (result.repeated || !result.at) return;
      const text = fill(words.againElsewhere, { code: deed.code, time: clock.format(result.at) });
      if (isLast) say('warn', text);
      return note({ ...deed, outcome: 'again', text });
    }
    case 'no_seat':
      return refuse(deed, result.state, isLast);
    case 'other_workshop':
    case 'unknown': {
      const text = fill(result.outcome === 'unknown' ? words.unknown : words.otherWorkshop, { code: deed.code ?? '' });
      if (isLast) say('bad', text);
      return note({ ...deed, outcome: result.outcome, text });
    }
  }
}

function refuse(deed, state, isLast) {
  const text = fill(words.noSeat, { code: deed.code, state: words.states[state] ?? state });
  if (isLast) say('bad', text);
  note({ ...deed, outcome: 'no_seat', text });
}

function note(problem) {
  for (const each of all('problem')) if (each.code && each.code === problem.code) forget(`problem:${each.id}`);
  keep(`problem:${problem.id}`, problem);
  draw();
}

// ——— What is done here.
const signs = /^[34679ACDEFGHJKMNPQRTWXY]{6}$/;
let lastScan = { code: '', at: 0 };

/** A code that was typed, pressed or scanned. */
function checkIn(text) {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]+/gu, '');
  if (!signs.test(code)) return say('bad', fill(words.notACode, { code: text.slice(0, 40) }));
  const person = people().find((each) => each.code === code);
  for (const each of all('problem')) if (each.code === code) forget(`problem:${each.id}`);
  if (person?.at !== undefined) return say('warn', fill(words.again, { code, time: clock.format(person.at) }));
  if (person && person.state !== 'taken')
    return refuse({ id: newId(), at: Date.now(), turn: turn++, code }, person.state, true);
  const needs = person?.needs ? ` ${fill(words.needs, { needs: person.needs })}` : '';
  const deed = { kind: 'scan', id: newId(), code };
  say(person ? 'fine' : 'warn', fill(person ? words.in : words.asked, { code }) + needs, deed.id);
  add(deed);
}

function undo(person) {
  const waiting = person.deed && recall(`deed:${person.deed}`);
  // Not sent yet: it never happened.
  if (waiting && !underWay.has(person.deed)) {
    forget(`deed:${person.deed}`);
    draw();
  } else
    add({ kind: 'undo', code: person.code, ...(person.deed ? { of: person.deed } : { registration: person.key }) });
  say('fine', fill(words.undone, { code: person.code ?? person.name ?? words.guest }));
}

let said = {};
function say(tone, text, deed) {
  said = { deed };
  const line = part('door-said');
  line.className = `door-said ${tone}`;
  line.textContent = text;
  line.hidden = false;
  navigator.vibrate?.(tone === 'fine' ? 60 : [80, 60, 80]);
}

// ——— What is seen.
function button(text, press, tone = 'secondary') {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `compact ${tone}`;
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

function line(texts, buttons) {
  const item = document.createElement('li');
  item.className = 'door-row';
  const text = document.createElement('span');
  for (const [at, each] of texts.filter((one) => one !== '').entries()) {
    const piece = document.createElement(at === 0 ? 'strong' : 'small');
    piece.textContent = at > 1 ? `· ${each}` : each;
    text.append(piece, ' ');
  }
  item.append(text, ...buttons);
  return item;
}

const mostShown = 60;

function draw() {
  const everybody = people();
  const came = everybody.filter(({ at }) => at !== undefined).length;
  const seats = everybody.filter(({ state, walkIn }) => state === 'taken' && !walkIn).length;
  if (list.version !== '' || came > 0) part('door-came').textContent = String(came);
  if (list.version !== '') part('door-seats').textContent = String(seats);
  drawNetwork();

  const problems = all('problem');
  part('door-problems-part').hidden = problems.length === 0;
  part('door-problems').replaceChildren(
    ...problems.map((problem) => {
      const drop = () => {
        forget(`problem:${problem.id}`);
        draw();
      };
      const admit = () => {
        forget(`problem:${problem.id}`);
        const deed = add({ kind: 'scan', code: problem.code, admit: true });
        say('fine', fill(words.in, { code: problem.code }), deed.id);
      };
      return line(
        [problem.text],
        [...(problem.outcome === 'no_seat' ? [button(words.admit, admit, '')] : []), button(words.dismiss, drop)],
      );
    }),
  );

  part('door-people-part').hidden = everybody.length === 0;
  const asked = part('door-search').value;
  const code = asked.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const wanted = everybody.filter(
    (each) =>
      asked.trim() === '' ||
      (code !== '' && (each.code ?? '').includes(code)) ||
      (each.name ?? '').toLowerCase().includes(asked.trim().toLowerCase()),
  );
  const rows = wanted.slice(0, mostShown).map((each) => {
    const state = each.walkIn ? words.guest : (words.states[each.state] ?? each.state);
    const place = each.place ? fill(words.waitingPlace, { place: String(each.place) }) : '';
    const needs = each.needs ? fill(words.needs, { needs: each.needs }) : '';
    const isHere = each.at !== undefined;
    const buttons = isHere
      ? [button(words.undo, () => undo(each))]
      : each.walkIn
        ? []
        : [button(words.checkIn, () => checkIn(each.code), '')];
    const name = each.walkIn && !each.code ? each.name || words.guest : each.code;
    const item = line(
      [
        name,
        isHere ? fill(words.cameAt, { time: clock.format(each.at) }) : state,
        each.walkIn && each.code ? (each.name ?? state) : '',
        place,
        needs,
      ],
      buttons,
    );
    return item;
  });
  if (wanted.length === 0) rows.push(line([words.none], []));
  if (wanted.length > mostShown) rows.push(line([fill(words.more, { count: String(wanted.length - mostShown) })], []));
  part('door-people').replaceChildren(...rows);
}

function drawNetwork() {
  const queued = all('deed').length;
  const shown = part('door-network');
  const waiting = queued > 0 ? ` ${fill(words.queued, { count: String(queued) })}` : '';
  const text = mustSignIn ? words.signIn : isForbidden ? words.forbidden : isOnline ? words.online : words.offline;
  shown.textContent = text + waiting + (keeps ? '' : ` ${words.notKept}`);
  shown.className = mustSignIn || isForbidden || !isOnline || !keeps ? 'notice alarm' : 'quiet';
  if (!mustSignIn) return;
  const link = document.createElement('a');
  link.href = '/console/sign-in';
  link.textContent = ' → ';
  shown.append(link);
}

// ——— The form, guests, the search.
document.querySelector('.door-form').addEventListener(
  'submit',
  (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const field = part('code');
    if (field.value.trim() !== '') checkIn(field.value);
    field.value = '';
    field.focus();
  },
  { capture: true },
);

part('door-guest').hidden = false;
part('door-guest').addEventListener('click', () => {
  part('door-guest-form').hidden = !part('door-guest-form').hidden;
});
part('door-guest-add').addEventListener('click', () => {
  const name = part('guest-name').value.trim();
  part('guest-name').value = '';
  const deed = add({ kind: 'walk_in', ...(name === '' ? {} : { name }) });
  say('fine', fill(words.walkedIn, { name: name || words.guest }), deed.id);
});
part('door-search').addEventListener('input', draw);

// ——— The camera.
let stream;
let reader;

async function readerOf() {
  if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  if (!window.jsQR)
    await new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = jsqr;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, 480 / video.videoWidth);
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return window.jsQR(data, width, height)?.data;
  };
}

async function watch() {
  if (stream === undefined) return;
  const video = part('door-video');
  try {
    const text = video.readyState >= 2 ? await reader(video) : undefined;
    const now = Date.now();
    if (text && (text !== lastScan.code || now - lastScan.at > 4000)) checkIn(text);
    if (text) lastScan = { code: text, at: now };
  } catch {}
  setTimeout(() => void watch(), 200);
}

function stopCamera() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  part('door-video').hidden = true;
  part('door-camera').textContent = words.camera;
}

if (navigator.mediaDevices?.getUserMedia) {
  part('door-camera').hidden = false;
  part('door-camera').addEventListener('click', async () => {
    if (stream !== undefined) return stopCamera();
    try {
      reader ??= await readerOf();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const video = part('door-video');
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      part('door-camera').textContent = words.cameraStop;
      void watch();
    } catch {
      stopCamera();
      say('bad', words.noCamera);
    }
  });
}

// ——— Kept for when there is no network: the page, its files, the reader of codes.
async function keepPage() {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  await navigator.serviceWorker.register('/console/door-worker.js', { scope: '/console/door/' });
  const cache = await caches.open('ban-hoc-door');
  const files = [...document.querySelectorAll('link[rel="stylesheet"], script[src]')].map(
    (each) => each.href || each.src,
  );
  for (const file of [...files, new URL(jsqr, location).href])
    if (file.includes('/console/tep/') && !(await cache.match(file))) await cache.add(file);
  if (await cache.match(location.pathname)) return;
  const response = await fetch(location.pathname, { credentials: 'same-origin' });
  if (response.ok && !response.redirected) await cache.put(location.pathname, response);
}

addEventListener('online', () => void send());
addEventListener('offline', () => {
  isOnline = false;
  drawNetwork();
});
addEventListener('storage', () => {
  list = recall('list') ?? list;
  draw();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void send();
});

draw();
void send();
keepPage().then(
  () => {
    root.dataset.kept = 'yes';
  },
  () => {},
);
