import type { Child, FC } from 'hono/jsx';
import { z } from 'zod';
import { audiences } from '../catalogue/index.ts';
import { localDate, localTime } from '../conversation/index.ts';
import { findWard, wardByCode, wards } from '../places/index.ts';
import { hasWords, isWebAddress, plainLine, plainText } from '../text/index.ts';
import { readMoment } from '../time/index.ts';
import type { Recurrence, Workshop, WorkshopInput } from '../workshops/index.ts';
import { type FormState, readFields, SelectField, TextArea, TextField, textsOf } from './fields.tsx';
import { useFrame } from './layout.tsx';

/** The most seats that a workshop may have. */
const mostSeats = 100_000;
/** A year of weeks. */
const longestSeries = 53;

function words(most: number, problem: string, clean = plainText) {
  return z.string().default('').transform(clean).pipe(z.string().max(most, problem));
}

const line = (most: number, problem: string) => words(most, problem, plainLine);

const empty = z.literal('');
const seats = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'console-workshop-capacity-wrong')
  .transform(Number);

const fields = z.object({
  title: line(300, 'console-workshop-too-long').refine(hasWords, 'console-workshop-no-title'),
  description: words(20_000, 'console-workshop-too-long'),
  day: z.iso.date('console-workshop-day-wrong'),
  starts: z.iso.time('console-workshop-time-wrong'),
  ends: z.iso.time('console-workshop-time-wrong'),
  last_day: z.union([empty, z.iso.date('console-workshop-day-wrong')]).default(''),
  place: line(300, 'console-workshop-too-long'),
  ward: words(120, 'console-workshop-too-long'),
  online_url: z
    .union(
      [empty, z.string().max(2000, 'console-workshop-link-wrong').refine(isWebAddress, 'console-workshop-link-wrong')],
      {
        error: 'console-workshop-link-wrong',
      },
    )
    .default(''),
  capacity: z
    .union([empty, seats.pipe(z.number().max(mostSeats, 'console-workshop-capacity-wrong'))], {
      error: 'console-workshop-capacity-wrong',
    })
    .default(''),
  organisation: line(200, 'console-workshop-too-long'),
  topics: words(1000, 'console-workshop-too-long'),
  wheelchair: z.enum(['', 'yes', 'no']).default(''),
  language: z.union([empty, z.string().regex(/^[a-z]{2,3}$/)], { error: 'console-field-wrong' }).default(''),
});

/** What a form makes of a workshop; the organisation is named, not looked up yet. */
export type ReadWorkshop = Omit<WorkshopInput, 'organisationId'> & { readonly organisation: string | undefined };

export type WorkshopReading =
  | { readonly ok: true; readonly workshop: ReadWorkshop }
  | { readonly ok: false; readonly state: FormState };

/** Reads the form of a workshop. A start in the past is a mistake unless it was there before. */
export function readWorkshop(
  form: FormData,
  { timezone, now, before }: { readonly timezone: string; readonly now: Date; readonly before?: Workshop },
): WorkshopReading {
  const read = readFields(form, fields);
  if (!read.ok) return read;
  const { values } = read;
  const problem = (field: string, key: string): WorkshopReading => ({
    ok: false,
    state: { given: textsOf(form), problems: { [field]: key } },
  });
  const startsAt = readMoment(`${values.day}T${values.starts}`, timezone);
  if (startsAt === undefined) return problem('day', 'console-workshop-day-wrong');
  const endsAt = readMoment(`${values.last_day === '' ? values.day : values.last_day}T${values.ends}`, timezone);
  if (endsAt === undefined) return problem('last_day', 'console-workshop-day-wrong');
  if (endsAt <= startsAt) return problem('ends', 'console-workshop-end-wrong');
  if (endsAt <= now && endsAt.getTime() !== before?.endsAt.getTime()) return problem('day', 'console-workshop-past');
  const ward = values.ward === '' ? undefined : findWard(values.ward);
  if (ward?.kind === 'unknown') return problem('ward', 'console-workshop-ward-wrong');
  if (ward?.kind === 'ambiguous') return problem('ward', 'console-workshop-ward-unclear');
  if (values.place === '' && values.online_url === '') return problem('place', 'console-workshop-no-place');
  const topics = values.topics.split(/[,;\n]/).map((topic) => topic.trim());
  const kept = (text: string): string | undefined => (text === '' ? undefined : text);
  return {
    ok: true,
    workshop: {
      title: values.title,
      description: kept(values.description),
      startsAt,
      endsAt,
      place: kept(values.place),
      ward: ward?.ward.code,
      onlineUrl: kept(values.online_url),
      capacity: values.capacity === '' ? undefined : values.capacity,
      organisation: kept(values.organisation),
      topics: [...new Set(topics.filter((topic) => topic !== '' && topic.length <= 100))].slice(0, 30),
      audience: audiences.filter((each) => form.get(`for_${each}`) === 'yes'),
      wheelchair: values.wheelchair === '' ? undefined : values.wheelchair === 'yes',
      language: kept(values.language),
    },
  };
}

/** A workshop as its form shows it. */
export function formOf(
  workshop: WorkshopInput & Pick<Workshop, 'topics' | 'audience' | 'organisation'>,
  timezone: string,
): FormState {
  const [first, last] = [localDate(workshop.startsAt, timezone), localDate(workshop.endsAt, timezone)];
  return {
    given: {
      title: workshop.title,
      description: workshop.description ?? '',
      day: first,
      starts: localTime(workshop.startsAt, timezone),
      ends: localTime(workshop.endsAt, timezone),
      last_day: first === last ? '' : last,
      place: workshop.place ?? '',
      ward: workshop.ward === undefined ? '' : (wardByCode(workshop.ward)?.fullName ?? workshop.ward),
      online_url: workshop.onlineUrl ?? '',
      capacity: workshop.capacity === undefined ? '' : String(workshop.capacity),
      organisation: workshop.organisation ?? '',
      topics: workshop.topics.join(', '),
      wheelchair: workshop.wheelchair === undefined ? '' : workshop.wheelchair ? 'yes' : 'no',
      language: workshop.language ?? '',
      ...Object.fromEntries(workshop.audience.map((each) => [`for_${each}`, 'yes'])),
    },
    problems: {},
  };
}

const steps = {
  week: { every: 'week', interval: 1, name: 'console-workshop-every-week' },
  'two-weeks': { every: 'week', interval: 2, name: 'console-workshop-every-two-weeks' },
  'four-weeks': { every: 'week', interval: 4, name: 'console-workshop-every-four-weeks' },
  month: { every: 'month', interval: 1, name: 'console-workshop-every-month' },
} as const;

const repeatFields = z.object({
  repeat: z.enum(['', 'week', 'two-weeks', 'four-weeks', 'month']).default(''),
  times: z
    .union(
      [
        empty,
        z
          .string()
          .regex(/^\d{1,2}$/)
          .transform(Number),
      ],
      { error: 'console-workshop-times-wrong' },
    )
    .default(''),
  until: z.union([empty, z.iso.date()], { error: 'console-workshop-day-wrong' }).default(''),
});

/** How a workshop is to repeat; undefined for once. */
export function readRepeat(
  form: FormData,
  timezone: string,
):
  | { readonly ok: true; readonly recurrence: Recurrence | undefined }
  | { readonly ok: false; readonly state: FormState } {
  const read = readFields(form, repeatFields);
  if (!read.ok) return read;
  const { repeat, times, until } = read.values;
  if (repeat === '') return { ok: true, recurrence: undefined };
  const { every, interval } = steps[repeat];
  const wrong = (field: string, key: string) =>
    ({ ok: false, state: { given: textsOf(form), problems: { [field]: key } } }) as const;
  if (until !== '') {
    const day = readMoment(`${until}T23:59`, timezone);
    return day === undefined
      ? wrong('until', 'console-workshop-day-wrong')
      : { ok: true, recurrence: { every, interval, end: { until: day } } };
  }
  if (times === '' || times < 2 || times > longestSeries) return wrong('times', 'console-workshop-times-wrong');
  return { ok: true, recurrence: { every, interval, end: { count: times } } };
}

/** How often a new workshop is held. */
export const RepeatFields: FC<{ readonly state: FormState; readonly mayBeOnce: boolean }> = ({ state, mayBeOnce }) => {
  const { t } = useFrame();
  return (
    <>
      <SelectField
        name="repeat"
        label={t('console-workshop-repeat')}
        hint={t('console-workshop-repeat-hint')}
        state={state}
        choices={[
          ...(mayBeOnce ? ([['', t('console-workshop-once')]] as const) : []),
          ...Object.entries(steps).map(([value, { name }]) => [value, t(name)] as const),
        ]}
      />
      <div class="filter">
        <TextField name="times" label={t('console-workshop-times')} inputmode="numeric" maxlength={2} state={state} />
        <TextField name="until" type="date" label={t('console-workshop-until')} state={state} />
      </div>
    </>
  );
};

/** The fields of a workshop. @param held seats that somebody has or is offered: there must be as many at least */
export const WorkshopFields: FC<{
  readonly state: FormState;
  /** Names to choose from; undefined where it is clear whose it is. */
  readonly organisations: readonly string[] | undefined;
  readonly held: number;
}> = ({ state, organisations, held }) => {
  const { t } = useFrame();
  return (
    <>
      <TextField name="title" label={t('console-workshop-title')} required maxlength={300} state={state} />
      <TextArea
        name="description"
        label={t('console-workshop-description')}
        hint={t('console-workshop-description-hint')}
        rows={5}
        maxlength={20_000}
        state={state}
      />
      <div class="filter">
        <TextField name="day" type="date" label={t('console-workshop-day')} required state={state} />
        <TextField name="starts" type="time" label={t('console-workshop-starts')} required state={state} />
        <TextField name="ends" type="time" label={t('console-workshop-ends')} required state={state} />
        <TextField name="last_day" type="date" label={t('console-workshop-last-day')} state={state} />
      </div>
      <TextField
        name="place"
        label={t('console-workshop-place')}
        hint={t('console-workshop-place-hint')}
        maxlength={300}
        state={state}
      />
      <Suggested
        name="ward"
        label={t('console-workshop-ward')}
        hint={t('console-workshop-ward-hint')}
        state={state}
        values={wards.map(({ fullName }) => fullName)}
      />
      <TextField
        name="online_url"
        type="url"
        label={t('console-workshop-link')}
        hint={t('console-workshop-link-hint')}
        maxlength={2000}
        state={state}
      />
      <TextField
        name="capacity"
        label={t('console-workshop-capacity')}
        hint={held === 0 ? t('console-workshop-capacity-hint') : t('console-workshop-capacity-held', { held })}
        inputmode="numeric"
        maxlength={6}
        state={state}
      />
      {organisations !== undefined && (
        <Suggested
          name="organisation"
          label={t('console-workshop-organisation')}
          state={state}
          values={organisations}
        />
      )}
      <TextField
        name="topics"
        label={t('console-workshop-topics')}
        hint={t('console-workshop-topics-hint')}
        maxlength={1000}
        state={state}
      />
      <fieldset>
        <legend>{t('console-workshop-audience')}</legend>
        <div class="checks">
          {audiences.map((each) => (
            <label>
              <input type="checkbox" name={`for_${each}`} value="yes" checked={state.given[`for_${each}`] === 'yes'} />
              {t('word-audience', { value: each })}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="filter">
        <SelectField
          name="wheelchair"
          label={t('console-workshop-wheelchair')}
          state={state}
          choices={[
            ['', t('console-workshop-not-known')],
            ['yes', t('console-workshop-wheelchair-yes')],
            ['no', t('console-workshop-wheelchair-no')],
          ]}
        />
        <SelectField
          name="language"
          label={t('console-workshop-language')}
          state={state}
          choices={[
            ['', t('console-workshop-not-known')],
            ...['vi', 'en'].map((each) => [each, t('word-language', { value: each })] as const),
          ]}
        />
      </div>
    </>
  );
};

interface SuggestedProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
  readonly values: readonly string[];
}

/** A line of text with a list of what it usually is. */
function Suggested({ values, ...field }: SuggestedProps): Child {
  return (
    <>
      <TextField {...field} list={`${field.name}-list`} />
      <datalist id={`${field.name}-list`}>
        {values.map((value) => (
          <option value={value}></option>
        ))}
      </datalist>
    </>
  );
}
