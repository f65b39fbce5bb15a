import type { FC } from 'hono/jsx';
import { day, localDate, localTime } from '../conversation/index.ts';
import type { ExportedData } from '../learners/index.ts';
import type { Translator } from '../locales/index.ts';
import { type Locale, messageAsPlainText, type OutboundMessage } from '../message/index.ts';
import { Page } from './page.tsx';

/** The heading of each table, in the order in which people would look for them. Messages have a section of their own. */
const headings: Readonly<Record<string, string>> = {
  profile_fact: 'data-table-profile-fact',
  course_mark: 'data-table-course-mark',
  interaction: 'data-table-interaction',
  figure_member: 'data-table-figure-member',
  course_report: 'data-table-course-report',
  place_report: 'data-table-place-report',
  device_loan: 'data-table-device-loan',
  network_reporter: 'data-table-network-reporter',
  device_loan_told: 'data-table-device-loan-told',
  application: 'data-table-application',
  opportunity_mark: 'data-table-opportunity-mark',
  eligibility_answer: 'data-table-eligibility-answer',
  enrolment: 'data-table-enrolment',
  track_enrolment: 'data-table-track-enrolment',
  lesson_run: 'data-table-lesson-run',
  cohort_teacher: 'data-table-cohort-teacher',
  cohort_member: 'data-table-cohort-member',
  self_assessment: 'data-table-self-assessment',
  item_memory: 'data-table-item-memory',
  attempt: 'data-table-attempt',
  weekly_goal: 'data-table-weekly-goal',
  rest_day: 'data-table-rest-day',
  track_certificate: 'data-table-track-certificate',
  tutor_question: 'data-table-tutor-question',
  tutor_media: 'data-table-tutor-media',
  tutor_message: 'data-table-tutor-message',
  tutor_summary: 'data-table-tutor-summary',
  wish: 'data-table-wish',
  saved_wish: 'data-table-saved-wish',
  wish_match: 'data-table-wish-match',
  start_watch: 'data-table-start-watch',
  broadcast_vote: 'data-table-broadcast-vote',
  reminder_hour: 'data-table-reminder-hour',
  reminder_calm: 'data-table-reminder-calm',
  learning_rhythm: 'data-table-learning-rhythm',
  reminder: 'data-table-reminder',
  follow_up: 'data-table-follow-up',
  workshop_registration: 'data-table-workshop-registration',
  workshop_notice: 'data-table-workshop-notice',
  workshop_scan: 'data-table-workshop-scan',
  consent: 'data-table-consent',
  inbox_case: 'data-table-inbox-case',
  inbox_message: 'data-table-inbox-message',
  consent_asked: 'data-table-consent-asked',
  learner: 'data-table-learner',
  account_link: 'data-table-account-link',
  linking_code: 'data-table-linking-code',
  linking_attempt: 'data-table-linking-attempt',
  identity: 'data-table-identity',
  account: 'data-table-account',
  conversation: 'data-table-conversation',
};

/** Words for columns that more than one table has, or that say nothing by themselves. */
const labels: Readonly<Record<string, string>> = {
  of_learner: 'data-field-learner',
  created_at: 'data-field-created',
  updated_at: 'data-field-updated',
  noted_at: 'data-field-noted',
  marked_at: 'data-field-marked',
  reported_at: 'data-field-reported-at',
  decided_at: 'data-field-settled-at',
  outcome: 'data-field-outcome',
  asked_at: 'data-field-asked',
  asked_on: 'data-field-asked-on',
  refused: 'data-field-refused',
  given_by: 'data-field-given-by',
  text_version: 'data-field-text-version',
  given_at: 'data-field-given',
  withdrawn_at: 'data-field-withdrawn',
  erase_at: 'data-field-erase',
  registered_at: 'data-field-registered',
  learning_at: 'data-field-learning',
  finished_at: 'data-field-finished',
  dropped_at: 'data-field-dropped',
  rating: 'data-field-rating',
  comment: 'data-field-comment',
  label: 'data-field-topic',
  found_at: 'data-field-found',
  told_at: 'data-field-told',
  paused_at: 'data-field-paused',
  starts_on: 'data-field-starts',
  since: 'data-field-since',
  reminded_at: 'data-field-told',
  minutes: 'data-field-minutes',
  set_at: 'data-field-noted',
  day: 'data-field-day',
  enqueued_at: 'data-field-told',
  joined_at: 'data-field-joined',
  undo_until: 'data-field-undo',
  until: 'data-field-until',
  expires_at: 'data-field-expires',
  at: 'data-field-at',
  kind: 'data-field-kind',
  value: 'data-field-value',
  source: 'data-field-source',
  title: 'data-field-title',
  topic: 'data-field-topic',
  results: 'data-field-results',
  channel: 'data-field-channel',
  external_id: 'data-field-external',
  purpose: 'data-field-purpose',
  locale: 'data-field-locale',
  relation: 'data-field-relation',
  name: 'data-field-name',
  status: 'data-field-status',
  course_title: 'data-field-title',
  reasons: 'data-field-reasons',
  words: 'data-field-words',
  shares: 'data-field-shares',
  author: 'data-field-author',
  text: 'data-field-value',
  said_at: 'data-field-said',
  opened_at: 'data-field-opened',
  answered_at: 'data-field-answered',
  closed_at: 'data-field-closed',
  closed_by: 'data-field-closed-by',
  code: 'data-field-seat-code',
  needs: 'data-field-needs',
  needs_text: 'data-field-needs-text',
  starts_at: 'data-field-starts-at',
  waiting_since: 'data-field-waiting',
  offered_at: 'data-field-offered',
  offer_until: 'data-field-offer-until',
  taken_at: 'data-field-taken',
  cancelled_at: 'data-field-cancelled',
  checked_in_at: 'data-field-checked-in',
  rated_at: 'data-field-rated',
  question: 'data-field-question',
  regraded_at: 'data-field-regraded',
  certificate_name: 'data-field-certificate-name',
  certificate_code: 'data-field-certificate-code',
  certificate_at: 'data-field-certificate-at',
  made_at: 'data-field-noted',
  due_at: 'data-field-due',
  settled_at: 'data-field-told',
  scanned_at: 'data-field-scanned',
  days: 'data-field-days',
  withdrawn_by: 'data-field-withdrawn-by',
  withdrawn_reason: 'data-field-withdrawn-reason',
  invited_at: 'data-field-invited',
};

/** Of use to a program, not to a reader; the file has them. */
const leftOut = new Set([
  'state',
  'text_hash',
  'facets',
  'unmet',
  'course',
  'course_id',
  'consent_text_hash',
  'moved',
  'missed_at',
  'workshop',
  'walk_in',
]);

type Row = Readonly<Record<string, unknown>>;

interface DataPageProps {
  readonly data: ExportedData;
  readonly locale: Locale;
  readonly t: Translator;
  readonly timezone: string;
  /** Where the same is as a file. */
  readonly file: string;
}

/** Everything held on a person, to be read: what a table is in words, and each row as a line. No table is left out. */
export const DataPage: FC<DataPageProps> = ({ data, locale, t, timezone, file }) => {
  const { turn = [], delivery = [], ...tables } = data;
  const known = Object.keys(headings).filter((table) => tables[table] !== undefined);
  const others = Object.keys(tables).filter((table) => headings[table] === undefined);
  const messages = conversation(turn, delivery);
  return (
    <Page locale={locale} t={t} title={t('data-title')} description={t('data-title')} isHidden>
      <h1>{t('data-title')}</h1>
      <p>{t('data-intro')}</p>
      <p>
        <a class="button" href={file} download>
          {t('data-as-file')}
        </a>
      </p>
      {[...known, ...others].map((table) => (
        <section>
          <h2>{headings[table] === undefined ? table : t(headings[table])}</h2>
          <Rows rows={tables[table] ?? []} t={t} timezone={timezone} />
        </section>
      ))}
      <section>
        <h2>{t('data-messages')}</h2>
        {messages.length === 0 && <p>{t('data-none')}</p>}
        {messages.map(({ at, by, text }) => (
          <p class="text">
            <strong>{t(by === 'person' ? 'data-by-you' : 'data-by-us')}</strong> · {moment(at, timezone)}
            <br />
            {text}
          </p>
        ))}
      </section>
    </Page>
  );
};

const Rows: FC<{ rows: readonly Row[]; t: Translator; timezone: string }> = ({ rows, t, timezone }) => {
  if (rows.length === 0) return <p>{t('data-none')}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li>
          {Object.entries(row)
            .filter(([column, value]) => value !== null && value !== '' && !leftOut.has(column))
            .map(
              ([column, value]) =>
                `${labels[column] === undefined ? column : t(labels[column])}: ${shown(value, wordsOf(t, column), timezone)}`,
            )
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
};

/** Columns whose values are words of ours, such as "saved"; what people wrote comes back as it is. */
const ofOurWords = new Set([
  'kind',
  'value',
  'source',
  'relation',
  'channel',
  'purpose',
  'locale',
  'status',
  'detail',
  'reasons',
  'shares',
  'author',
  'closed_by',
  'given_by',
]);

function wordsOf(t: Translator, column: string): (value: string) => string {
  return (value) => (ofOurWords.has(column) && /^[a-z][a-z_]*$/.test(value) ? t('data-value', { value }) : value);
}

function shown(value: unknown, inWords: (value: string) => string, timezone: string): string {
  if (value instanceof Date) return moment(value, timezone);
  if (typeof value === 'string') return isMoment(value) ? moment(new Date(value), timezone) : inWords(value);
  if (Array.isArray(value)) return value.map((item) => shown(item, inWords, timezone)).join(', ');
  if (typeof value === 'object' && value !== null) {
    if ('label' in value) return String(value.label);
    return Object.values(value)
      .map((item) => shown(item, inWords, timezone))
      .join(', ');
  }
  return String(value);
}

/** As a driver or JSON writes a point of time. */
function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}

function moment(at: Date, timezone: string): string {
  return `${localTime(at, timezone)} ${day(localDate(at, timezone))}`;
}

interface Said {
  readonly at: Date;
  readonly by: 'person' | 'service';
  readonly text: string;
}

/** What was said, in the order of time. */
function conversation(turns: readonly Row[], deliveries: readonly Row[]): Said[] {
  const said: Said[] = [
    ...turns.flatMap(({ content, received_at }): Said[] => {
      const isText = typeof content === 'object' && content !== null && 'text' in content;
      return isText ? [{ at: new Date(String(received_at)), by: 'person', text: String(content.text) }] : [];
    }),
    ...deliveries.map(({ message, sent_at, created_at }): Said => {
      const text = messageAsPlainText(message as OutboundMessage);
      return { at: new Date(String(sent_at ?? created_at)), by: 'service', text };
    }),
  ];
  return said.sort((a, b) => a.at.getTime() - b.at.getTime());
}
