import type { FC } from 'hono/jsx';
import { suggestTopics } from '../discovery/index.ts';
import { learnerRoles } from '../learners/index.ts';
import type { Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { type Audience, type AudienceEstimate, audienceSchema, wardNames } from '../outreach/index.ts';
import { type Ward, wards } from '../places/index.ts';
import { channelWords, durationWords, languageWords } from './broadcast-words.ts';
import { type FormState, TextField } from './fields.tsx';
import { useFrame } from './layout.tsx';

const channels = ['telegram', 'zalo', 'web'] as const;
const languages = ['vi', 'en'] as const;
const separator = /[,;\n]/;

const splitValues = (written: string): string[] =>
  written
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The audience of a form; a problem by field where there is none. */
export function readAudience(
  form: FormData,
): { readonly audience: Audience } | { readonly problems: Readonly<Record<string, string>> } {
  const all = (name: string): string[] => form.getAll(name).filter((each): each is string => typeof each === 'string');
  const text = (name: string): string => String(form.get(name) ?? '');
  if (text('to') !== 'some') return { audience: { all: true } };
  const days = text('active_within_days').trim();
  const wanted = {
    wards: [...all('wards'), ...splitValues(text('other_wards'))],
    topics: [...all('topics'), ...splitValues(text('other_topics'))],
    channels: all('channels'),
    languages: all('languages'),
    roles: all('roles'),
  };
  const fields = Object.fromEntries(Object.entries(wanted).filter(([, values]) => values.length > 0));
  if (days !== '' && !/^\d{1,4}$/.test(days)) return { problems: { active_within_days: 'console-bc-days-wrong' } };
  const parsed = audienceSchema.safeParse(days === '' ? fields : { ...fields, active_within_days: Number(days) });
  if (parsed.success) return { audience: parsed.data };
  if (Object.keys(fields).length === 0 && days === '') return { problems: { to: 'console-bc-audience-empty' } };
  const isDays = days !== '' && (Number(days) < 1 || Number(days) > 3650);
  return {
    problems: isDays ? { active_within_days: 'console-bc-days-wrong' } : { to: 'console-bc-audience-wrong' },
  };
}

/** An audience as the form's fields show it; several values of a field stand in lines. */
export function audienceFields(audience: Audience): Record<string, string> {
  if ('all' in audience) return { to: 'all' };
  const codes = new Set(wards.map(({ code }) => code));
  const fieldIds = new Set(suggestTopics().map(({ id }) => id));
  const lines = (values: readonly string[] | undefined): string => values?.join('\n') ?? '';
  const [known, other] = [audience.wards ?? [], audience.topics ?? []];
  return {
    to: 'some',
    wards: lines(known.filter((each) => codes.has(each))),
    other_wards: known.filter((each) => !codes.has(each)).join(', '),
    topics: lines(other.filter((each) => fieldIds.has(each))),
    other_topics: other.filter((each) => !fieldIds.has(each)).join(', '),
    channels: lines(audience.channels),
    languages: lines(audience.languages),
    roles: lines(audience.roles),
    active_within_days: audience.active_within_days === undefined ? '' : String(audience.active_within_days),
  };
}

/** An audience in a sentence for each condition. */
export function audienceWords(t: Translator, locale: Locale, audience: Audience): readonly string[] {
  if ('all' in audience) return [t('console-bc-everyone')];
  const topicName = (topic: string): string => suggestTopics().find(({ id }) => id === topic)?.names[locale] ?? topic;
  const line = (key: string, values: readonly string[] | undefined): string[] =>
    values === undefined ? [] : [t(key, { values: values.join(', ') })];
  return [
    ...line('console-bc-in-wards', audience.wards && wardNames(audience.wards)),
    ...line('console-bc-on-topics', audience.topics?.map(topicName)),
    ...line(
      'console-bc-on-channels',
      audience.channels?.map((each) => t(channelWords[each])),
    ),
    ...line(
      'console-bc-in-languages',
      audience.languages?.map((each) => languageWords[each]),
    ),
    ...line(
      'console-bc-of-roles',
      audience.roles?.map((value) => t('console-bc-role', { value })),
    ),
    ...(audience.active_within_days === undefined
      ? []
      : [t('console-bc-active', { count: audience.active_within_days })]),
  ];
}

interface BoxesProps {
  readonly name: string;
  readonly state: FormState;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

/** Several of many. */
const Boxes: FC<BoxesProps> = ({ name, state, choices }) => {
  const chosen = new Set((state.given[name] ?? '').split('\n'));
  return (
    <>
      {choices.map(([value, label]) => (
        <label data-filtered={name}>
          <input type="checkbox" name={name} value={value} checked={chosen.has(value)} /> {label}
        </label>
      ))}
    </>
  );
};

const byName = (a: Ward, b: Ward): number => a.name.localeCompare(b.name, 'vi');
let sorted: readonly Ward[] | undefined;

/** A condition that is folded away until it is used. */
const Condition: FC<{ label: string; isUsed: boolean; children?: unknown }> = ({ label, isUsed, children }) => (
  <details open={isUsed}>
    <summary>{label}</summary>
    {children}
  </details>
);

/** To whom: everybody or who fits, with how many that are. */
export const AudienceFields: FC<{ state: FormState; estimate: AudienceEstimate | undefined }> = ({
  state,
  estimate,
}) => {
  const { t, locale } = useFrame();
  sorted ??= wards.toSorted(byName);
  const isUsed = (...names: string[]): boolean => names.some((name) => (state.given[name] ?? '') !== '');
  const problem = state.problems.to;
  return (
    <div
      hx-post="/console/broadcasts/estimate"
      hx-trigger="change delay:300ms, keyup changed delay:700ms"
      hx-include="closest form"
      hx-target="#estimate"
      hx-sync="this:replace"
    >
      <label>
        <input type="radio" name="to" value="all" checked={state.given.to !== 'some'} /> {t('console-bc-everyone')}
      </label>
      <label>
        <input
          type="radio"
          name="to"
          value="some"
          checked={state.given.to === 'some'}
          aria-describedby={problem === undefined ? undefined : 'to-problem'}
        />{' '}
        {t('console-bc-some')}
      </label>
      {problem !== undefined && (
        <small class="problem-text" id="to-problem">
          {t(problem)}
        </small>
      )}
      <div class="conditions">
        <p class="quiet">{t('console-bc-some-hint')}</p>
        <Condition
          label={t('console-bc-wards')}
          isUsed={isUsed('wards', 'other_wards') || 'other_wards' in state.problems}
        >
          <input
            type="search"
            data-filter="wards"
            aria-label={t('console-bc-find-ward')}
            placeholder={t('console-bc-find-ward')}
            hidden
          />
          <fieldset class="boxes">
            <legend>{t('console-bc-wards')}</legend>
            <Boxes name="wards" state={state} choices={sorted.map(({ code, fullName }) => [code, fullName])} />
          </fieldset>
          <TextField
            name="other_wards"
            label={t('console-bc-other-wards')}
            hint={t('console-bc-other-wards-hint')}
            state={state}
            maxlength={1000}
          />
        </Condition>
        <Condition label={t('console-bc-topics')} isUsed={isUsed('topics', 'other_topics')}>
          <fieldset class="boxes">
            <legend>{t('console-bc-topics')}</legend>
            <Boxes name="topics" state={state} choices={suggestTopics().map(({ id, names }) => [id, names[locale]])} />
          </fieldset>
          <TextField
            name="other_topics"
            label={t('console-bc-other-topics')}
            hint={t('console-bc-other-topics-hint')}
            state={state}
            maxlength={1000}
          />
        </Condition>
        <Condition label={t('console-bc-roles')} isUsed={isUsed('roles')}>
          <fieldset class="row">
            <legend>{t('console-bc-roles')}</legend>
            <Boxes
              name="roles"
              state={state}
              choices={learnerRoles.map((value) => [value, t('console-bc-role', { value })])}
            />
          </fieldset>
        </Condition>
        <Condition label={t('console-bc-channels-languages')} isUsed={isUsed('channels', 'languages')}>
          <fieldset class="row">
            <legend>{t('console-bc-channels')}</legend>
            <Boxes name="channels" state={state} choices={channels.map((each) => [each, t(channelWords[each])])} />
          </fieldset>
          <small>{t('console-bc-channels-hint')}</small>
          <fieldset class="row">
            <legend>{t('console-bc-languages')}</legend>
            <Boxes name="languages" state={state} choices={languages.map((each) => [each, languageWords[each]])} />
          </fieldset>
        </Condition>
        <Condition
          label={t('console-bc-active-label')}
          isUsed={isUsed('active_within_days') || 'active_within_days' in state.problems}
        >
          <TextField
            name="active_within_days"
            label={t('console-bc-active-days')}
            inputmode="numeric"
            maxlength={4}
            state={state}
          />
        </Condition>
      </div>
      <div id="estimate" role="status">
        {estimate !== undefined && <Estimate estimate={estimate} />}
      </div>
    </div>
  );
};

/** How many an audience reaches, who they are like, and what telling them takes. */
export const Estimate: FC<{ estimate: AudienceEstimate }> = ({ estimate }) => {
  const { t } = useFrame();
  const { recipients, channels: reached, unreachable, withoutConsent, sample, seconds, zaloLeft } = estimate;
  return (
    <div class={recipients === 0 ? 'notice alarm' : 'notice'}>
      <p>
        <strong>{t('console-bc-reaches', { count: recipients })}</strong>
        {recipients > 0 &&
          ` (${channels
            .filter((each) => reached[each] > 0)
            .map((each) => `${t(channelWords[each])} ${reached[each]}`)
            .join(', ')})`}
        {seconds > 0 && ` · ${t('console-bc-takes', { time: durationWords(t, seconds) })}`}
      </p>
      {(unreachable > 0 || withoutConsent > 0) && (
        <p>
          {t('console-bc-not-reached')}{' '}
          {[
            ...(withoutConsent > 0 ? [t('console-bc-without-consent', { count: withoutConsent })] : []),
            ...(unreachable > 0 ? [t('console-bc-unreachable', { count: unreachable })] : []),
          ].join(' · ')}
        </p>
      )}
      {zaloLeft !== undefined && (
        <p>
          {reached.zalo > zaloLeft
            ? t('console-bc-zalo-short', { left: zaloLeft, people: reached.zalo })
            : t('console-bc-zalo-left', { left: zaloLeft })}
        </p>
      )}
      {sample.length > 0 && (
        <p class="quiet">
          {t('console-bc-sample')}{' '}
          {sample
            .map(({ channel, language, wards: of }) =>
              [t(channelWords[channel]), languageWords[language], ...(of[0] === undefined ? [] : [of[0]])].join(', '),
            )
            .join(' · ')}
        </p>
      )}
    </div>
  );
};
