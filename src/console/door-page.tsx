import { createHash } from 'node:crypto';
import { spanOnPaper } from '../conversation/index.ts';
import { doDeeds, doorList, readDeeds } from './door.ts';
import { consoleFile } from './files.ts';
import { leadTo } from './flash.ts';
import { Form, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { pathOf, type WorkshopPagesOptions, workshopHere } from './workshop-access.ts';
import { needsText, stateNames, whereText } from './workshop-words.ts';

/** What the script of the door says, each by its short name. */
const scriptWords = {
  in: 'console-door-in',
  again: 'console-door-again',
  againElsewhere: 'console-door-again-elsewhere',
  noSeat: 'console-door-no-seat',
  otherWorkshop: 'console-door-other',
  unknown: 'console-door-unknown',
  notACode: 'console-door-not-a-code',
  asked: 'console-door-asked',
  walkedIn: 'console-door-walked-in',
  undone: 'console-door-undone',
  admit: 'console-door-admit',
  dismiss: 'console-door-dismiss',
  undo: 'console-door-undo',
  checkIn: 'console-door-check-in',
  guest: 'console-seat-walk-in',
  needs: 'console-door-needs',
  online: 'console-door-online',
  offline: 'console-door-offline',
  queued: 'console-door-queued',
  signIn: 'console-door-sign-in',
  forbidden: 'console-door-forbidden',
  noCamera: 'console-door-no-camera',
  cameraStop: 'console-door-camera-stop',
  camera: 'console-door-camera',
  cameAt: 'console-door-came-at',
  none: 'console-registrations-none-found',
  waitingPlace: 'console-door-waiting-place',
  more: 'console-door-more',
  notKept: 'console-door-not-kept',
} as const;

/** Checking people in at the door, with or without a network. */
export function addDoorPage(pages: Pages, { database, clock, timezone }: WorkshopPagesOptions): void {
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-workshop');
  const pathOfDoor = (id: string): string => `/console/door/${encodeURIComponent(id)}`;

  /** The script that answers for the door's page and files without a network. It lies above the pages it serves. */
  pages.open('GET /console/door-worker.js', (c) => {
    const file = consoleFile('door-worker.js');
    c.header('Cache-Control', 'no-cache');
    return c.body(file.content, 200, { 'content-type': file.type });
  });

  pages.on('GET /console/door/:id', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const words = Object.fromEntries(Object.entries(scriptWords).map(([name, key]) => [name, t(key, wordSlots)]));
    const states = Object.fromEntries(Object.entries(stateNames).map(([state, key]) => [state, t(key)]));
    const path = pathOfDoor(workshop.id);
    return page(frame, {
      title: `${t('console-door')}: ${workshop.title}`,
      children: (
        <div
          id="door"
          data-path={path}
          data-id={workshop.id}
          data-csrf={frame.csrf}
          data-words={JSON.stringify({ ...words, states })}
          data-locale={locale === 'vi' ? 'vi-VN' : 'en-GB'}
          data-timezone={timezone}
          data-jsqr={consoleFile('jsqr.js').path}
        >
          <p>
            <a href={pathOf(workshop)}>{workshop.title}</a>
          </p>
          <h1>{t('console-door')}</h1>
          <p>
            {spanOnPaper(workshop, { locale, timezone })}
            <br />
            {whereText(workshop)}
          </p>
          <p class="door-figures" role="status">
            <strong id="door-came">{String(workshop.checkedIn)}</strong> {t('console-door-came')}
            {' / '}
            <strong id="door-seats">{String(workshop.taken)}</strong> {t('console-door-seats')}
          </p>
          <p id="door-network" class="quiet"></p>
          <Form action={`${path}/scans`} class="door-form">
            <label for="code">{t('console-door-code')}</label>
            <input
              id="code"
              name="code"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              maxlength={40}
              enterkeyhint="done"
            />
            <button type="submit">{t('console-door-check-in')}</button>
          </Form>
          <p id="door-said" class="door-said" role="alert" hidden></p>
          <div class="actions">
            <button type="button" id="door-camera" class="secondary" hidden>
              {t('console-door-camera')}
            </button>
            <button type="button" id="door-guest" class="secondary" hidden>
              {t('console-door-guest')}
            </button>
          </div>
          <div id="door-guest-form" hidden>
            <label for="guest-name">{t('console-door-guest-name')}</label>
            <input id="guest-name" autocomplete="off" maxlength={100} />
            <button type="button" id="door-guest-add">
              {t('console-door-guest-add')}
            </button>
          </div>
          <video id="door-video" muted playsinline hidden></video>
          <section id="door-problems-part" hidden>
            <h2>{t('console-door-problems')}</h2>
            <ul id="door-problems" class="door-list"></ul>
          </section>
          <section id="door-people-part" hidden>
            <h2>{t('console-registrations')}</h2>
            <label for="door-search">{t('console-door-search')}</label>
            <input id="door-search" type="search" autocomplete="off" />
            <ul id="door-people" class="door-list"></ul>
          </section>
          <noscript>
            <p class="notice">{t('console-door-no-script')}</p>
          </noscript>
          <script src={consoleFile('door.js').path} defer></script>
        </div>
      ),
    });
  });

  pages.on('GET /console/door/:id/list', async (c) => {
    const { t } = c.var.frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return c.json({ error: 'not_found' }, 404);
    const list = await doorList(database.db, workshop, (each) => needsText(t, each.needs));
    const version = createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 16);
    // The token comes along: after signing in anew a page from the phone's memory still has the old one.
    const { csrf } = c.var.frame;
    return c.json(c.req.query('known') === version ? { version, csrf } : { version, csrf, ...list });
  });

  /** Takes what was done at the door. Without script it is the form with one code. */
  pages.on('POST /console/door/:id/scans', async (c) => {
    const { form, member, frame } = c.var;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const now = clock();
    const by = { staffId: member.id, now };
    const code = form.get('code');
    if (typeof code === 'string') {
      const done = { kind: 'scan', id: crypto.randomUUID(), at: now, code, admit: false } as const;
      const [result] = await doDeeds(database, workshop, [done], by);
      return plainAnswer(c, pathOfDoor(workshop.id), code, result?.outcome ?? 'unknown');
    }
    const deeds = readDeeds(form.get('deeds'));
    if (deeds === undefined) return refusal(frame, 400, 'console-door-unreadable');
    return c.json({ results: await doDeeds(database, workshop, deeds, by) });
  });
}

/** The script fills these in. */
const wordSlots = {
  code: '{code}',
  count: '{count}',
  name: '{name}',
  needs: '{needs}',
  place: '{place}',
  state: '{state}',
  time: '{time}',
};

/** What the page says after its form was sent without script. */
function plainAnswer(c: ConsoleContext, path: string, code: string, outcome: string): Response {
  const args = { code: code.trim().slice(0, 40) };
  if (outcome === 'checked_in') return leadTo(c, path, { key: 'console-door-plain-in', args });
  const problems: Readonly<Record<string, string>> = {
    again: 'console-door-plain-again',
    no_seat: 'console-door-plain-no-seat',
    other_workshop: 'console-door-other',
  };
  return leadTo(c, path, { kind: 'problem', key: problems[outcome] ?? 'console-door-unknown', args });
}
