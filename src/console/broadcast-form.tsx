import type { FC } from 'hono/jsx';
import type { AnnouncementChoice, LocalText } from '../message/index.ts';
import {
  type AudienceEstimate,
  type BroadcastContent,
  broadcastLimits,
  cleanLine,
  cleanText,
  emergencyReasons,
  isLinkAddress,
  isOfLength,
  isPlain,
} from '../outreach/index.ts';
import { cityTime, readMoment } from '../time/index.ts';
import { AudienceFields, audienceFields, readAudience } from './broadcast-audience.tsx';
import { type FormState, SelectField, TextArea, TextField } from './fields.tsx';
import { useFrame } from './layout.tsx';

/** A workshop that can be announced. */
export interface AnnounceableWorkshop {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
}

/** Links that the form has room for. */
const linkRows = 3;

const localInput = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A moment as a field of date and time holds it, by the city's clocks. */
export function momentField(at: Date, timezone: string): string {
  const { day, minutes } = cityTime(at, timezone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** An announcement is of no use after so many days, at this hour, unless its author says otherwise. */
const usualDays = 3;
const usualHour = '20:00';

/** The last moment of a new announcement, as the field holds it. */
export function usualEnd(now: Date, timezone: string): string {
  return `${cityTime(new Date(now.getTime() + usualDays * 86_400_000), timezone).day}T${usualHour}`;
}

/** The fields of a form as they were written; several values of a name stand in lines. */
export function givenOf(form: FormData): Record<string, string> {
  const given: Record<string, string> = {};
  for (const name of new Set(form.keys()))
    if (name !== 'csrf')
      given[name] = form
        .getAll(name)
        .filter((each) => typeof each === 'string')
        .join('\n');
  return given;
}

/** A content as the form's fields show it. */
export function fieldsOf(content: BroadcastContent, timezone: string): Record<string, string> {
  const links = content.choices.filter((choice) => choice.kind === 'link');
  const answers = content.choices.filter((choice) => choice.kind === 'answer');
  const lines = (language: 'vi' | 'en'): string => answers.map(({ label }) => label[language] ?? '').join('\n');
  return {
    title: content.title,
    text: content.text.vi,
    text_en: content.text.en ?? '',
    workshop: content.workshop ?? '',
    ...Object.fromEntries(
      links.flatMap(({ label, url }, position) => [
        [`link_label_${position}`, label.vi],
        [`link_label_en_${position}`, label.en ?? ''],
        [`link_url_${position}`, url],
      ]),
    ),
    answers: lines('vi'),
    answers_en: lines('en').trim(),
    ...audienceFields(content.audience),
    not_before: content.notBefore === undefined ? '' : momentField(content.notBefore, timezone),
    not_after: content.notAfter === undefined ? '' : momentField(content.notAfter, timezone),
    emergency: content.emergency ? 'yes' : '',
    emergency_reason: content.emergencyReason ?? '',
  };
}

type Problems = Record<string, string>;

function textOf(given: Readonly<Record<string, string>>, name: string): string {
  return cleanText(given[name] ?? '');
}

/** Whether a text says something, is short enough and can be shown; a problem is noted by field. */
function checkText(text: string, name: string, longest: number, problems: Problems): void {
  if (text === '') problems[name] = 'console-bc-text-missing';
  else if (!isOfLength(text, longest)) problems[name] = 'console-bc-text-long';
  else if (!isPlain(text)) problems[name] = 'console-bc-text-characters';
}

function localText(vi: string, en: string): LocalText {
  return en === '' ? { vi } : { vi, en };
}

function readChoices(given: Readonly<Record<string, string>>, problems: Problems): AnnouncementChoice[] {
  const choices: AnnouncementChoice[] = [];
  for (let position = 0; position < broadcastLimits.choices; position++) {
    const [label, en, url] = [
      cleanLine(given[`link_label_${position}`] ?? ''),
      cleanLine(given[`link_label_en_${position}`] ?? ''),
      textOf(given, `link_url_${position}`),
    ];
    if (label === '' && url === '' && en === '') continue;
    checkText(label, `link_label_${position}`, broadcastLimits.label, problems);
    if (en !== '') checkText(en, `link_label_en_${position}`, broadcastLimits.label, problems);
    if (!isLinkAddress(url)) problems[`link_url_${position}`] = 'console-bc-url-wrong';
    choices.push({ kind: 'link', label: localText(label, en), url });
  }
  const lines = (name: string): string[] =>
    textOf(given, name)
      .split('\n')
      .map((line) => line.trim());
  const english = lines('answers_en');
  const answers = lines('answers').filter((line) => line !== '');
  for (const [position, answer] of answers.entries()) {
    checkText(answer, 'answers', broadcastLimits.label, problems);
    const en = english[position] ?? '';
    if (en !== '') checkText(en, 'answers_en', broadcastLimits.label, problems);
    choices.push({ kind: 'answer', label: localText(answer, en) });
  }
  if (answers.length === 1) problems.answers = 'console-bc-answers-two';
  if (choices.length > broadcastLimits.choices) problems.answers = 'console-bc-choices-many';
  return choices;
}

/** Reads what was written: a content, or what is wrong beside each field. */
export function readBroadcast(
  form: FormData,
  { timezone, now, mayOverride }: { readonly timezone: string; readonly now: Date; readonly mayOverride: boolean },
): { readonly ok: true; readonly content: BroadcastContent } | { readonly ok: false; readonly state: FormState } {
  const given = givenOf(form);
  const problems: Problems = {};
  const [title, vi, en] = [cleanLine(given.title ?? ''), textOf(given, 'text'), textOf(given, 'text_en')];
  checkText(title, 'title', broadcastLimits.title, problems);
  checkText(vi, 'text', broadcastLimits.text, problems);
  if (en !== '') checkText(en, 'text_en', broadcastLimits.text, problems);
  const choices = readChoices(given, problems);
  const to = readAudience(form);
  if ('problems' in to) Object.assign(problems, to.problems);
  const moment = (name: string): Date | undefined => {
    const written = textOf(given, name);
    if (written === '') return undefined;
    const at = localInput.test(written) ? readMoment(written, timezone) : undefined;
    if (at === undefined) problems[name] = 'console-bc-moment-wrong';
    return at;
  };
  const [notBefore, notAfter] = [moment('not_before'), moment('not_after')];
  const emergency = mayOverride && given.emergency === 'yes';
  const emergencyReason = emergencyReasons.find((each) => each === given.emergency_reason);
  if (emergency && emergencyReason === undefined) problems.emergency_reason = 'console-bc-emergency-why-missing';
  const from = notBefore !== undefined && notBefore > now ? notBefore : now;
  if (notAfter !== undefined && notAfter <= from) problems.not_after = 'console-bc-too-late';
  if (Object.keys(problems).length > 0 || 'problems' in to) return { ok: false, state: { given, problems } };
  return {
    ok: true,
    content: {
      title,
      text: localText(vi, en),
      choices,
      audience: to.audience,
      workshop: given.workshop === undefined || given.workshop === '' ? undefined : given.workshop,
      notBefore,
      notAfter,
      emergency,
      ...(emergency ? { emergencyReason } : {}),
    },
  };
}

interface FieldsProps {
  readonly state: FormState;
  readonly workshops: readonly AnnounceableWorkshop[];
  readonly estimate: AudienceEstimate | undefined;
  readonly mayOverride: boolean;
}

/** What is said, what there is to press, to whom, and when. */
export const BroadcastFields: FC<FieldsProps> = ({ state, workshops, estimate, mayOverride }) => {
  const { t } = useFrame();
  return (
    <>
      <section>
        <h2>{t('console-bc-what')}</h2>
        <TextField
          name="title"
          label={t('console-bc-title')}
          hint={t('console-bc-title-hint')}
          required
          maxlength={broadcastLimits.title}
          state={state}
        />
        <TextArea
          name="text"
          label={t('console-bc-text')}
          hint={t('console-bc-text-hint', { most: broadcastLimits.text })}
          rows={7}
          required
          maxlength={broadcastLimits.text}
          state={state}
        />
        <TextArea
          name="text_en"
          label={t('console-bc-text-en')}
          hint={t('console-bc-text-en-hint')}
          rows={4}
          maxlength={broadcastLimits.text}
          state={state}
        />
      </section>
      <section>
        <h2>{t('console-bc-buttons')}</h2>
        <SelectField
          name="workshop"
          label={t('console-bc-workshop')}
          hint={t('console-bc-workshop-hint')}
          state={state}
          choices={workshopChoices(useFrame(), workshops, state)}
        />
        <Links state={state} />
        <Poll state={state} />
      </section>
      <section>
        <h2>{t('console-bc-whom')}</h2>
        <AudienceFields state={state} estimate={estimate} />
      </section>
      <section>
        <h2>{t('console-bc-when')}</h2>
        <div class="two">
          <div>
            <TextField
              name="not_before"
              type="datetime-local"
              label={t('console-bc-not-before')}
              hint={t('console-bc-not-before-hint')}
              state={state}
            />
          </div>
          <div>
            <TextField
              name="not_after"
              type="datetime-local"
              label={t('console-bc-not-after')}
              hint={t('console-bc-not-after-hint')}
              state={state}
            />
          </div>
        </div>
        {mayOverride && (
          <>
            <label>
              <input
                type="checkbox"
                name="emergency"
                value="yes"
                checked={state.given.emergency === 'yes'}
                aria-describedby="emergency-hint"
              />{' '}
              {t('console-bc-emergency')}
            </label>
            <small id="emergency-hint">{t('console-bc-emergency-hint')}</small>
            <SelectField
              name="emergency_reason"
              label={t('console-bc-emergency-why')}
              state={state}
              choices={[
                ['', '–'],
                ...emergencyReasons.map((reason) => [reason, t('console-bc-emergency-reason', { reason })] as const),
              ]}
            />
          </>
        )}
      </section>
    </>
  );
};

function workshopChoices(
  { t, time }: ReturnType<typeof useFrame>,
  workshops: readonly AnnounceableWorkshop[],
  { given }: FormState,
): readonly (readonly [value: string, label: string])[] {
  const chosen = given.workshop ?? '';
  const isKnown = chosen === '' || workshops.some(({ id }) => id === chosen);
  return [
    ['', t('console-bc-no-button')],
    ...workshops.map(({ id, title, startsAt }) => [id, `${title} (${time(startsAt)})`] as const),
    ...(isKnown ? [] : [[chosen, chosen] as const]),
  ];
}

const Links: FC<{ state: FormState }> = ({ state }) => {
  const { t } = useFrame();
  const used = Array.from({ length: broadcastLimits.choices }, (_, position) =>
    ['label', 'label_en', 'url'].some((field) => (state.given[`link_${field}_${position}`] ?? '') !== ''),
  );
  const rows = Math.max(linkRows, used.lastIndexOf(true) + 1);
  return (
    <details open={used.includes(true)}>
      <summary>{t('console-bc-links')}</summary>
      {Array.from({ length: rows }, (_, position) => (
        <div class="two three">
          <div>
            <TextField
              name={`link_label_${position}`}
              label={t('console-bc-link-label', { number: position + 1 })}
              maxlength={broadcastLimits.label}
              state={state}
            />
          </div>
          <div>
            <TextField
              name={`link_label_en_${position}`}
              label={t('console-bc-link-label-en')}
              maxlength={broadcastLimits.label}
              state={state}
            />
          </div>
          <div>
            <TextField
              name={`link_url_${position}`}
              type="url"
              label={t('console-bc-link-url')}
              maxlength={broadcastLimits.url}
              state={state}
            />
          </div>
        </div>
      ))}
    </details>
  );
};

const Poll: FC<{ state: FormState }> = ({ state }) => {
  const { t } = useFrame();
  const isUsed = ['answers', 'answers_en'].some((name) => (state.given[name] ?? '') !== '' || name in state.problems);
  return (
    <details open={isUsed}>
      <summary>{t('console-bc-poll')}</summary>
      <div class="two">
        <div>
          <TextArea
            name="answers"
            label={t('console-bc-answers')}
            hint={t('console-bc-answers-hint')}
            rows={4}
            state={state}
          />
        </div>
        <div>
          <TextArea
            name="answers_en"
            label={t('console-bc-answers-en')}
            hint={t('console-bc-answers-en-hint')}
            rows={4}
            state={state}
          />
        </div>
      </div>
    </details>
  );
};
