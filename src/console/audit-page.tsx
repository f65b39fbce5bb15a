import { z } from 'zod';
import type { Database } from '../database/index.ts';
import type { Translator } from '../locales/index.ts';
import { listMembers, type ReadEntry, readAudit } from '../staff/index.ts';
import { csvOf } from '../text/index.ts';
import { SelectField, TextField } from './fields.tsx';
import { page } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Pager, Table } from './table.tsx';

export interface AuditOptions {
  readonly database: Database;
  readonly timezone: string;
}

/** The parts of the program whose doings are noted, each with its name. */
const areas = {
  staff: 'console-area-staff',
  inbox: 'console-area-inbox',
  broadcast: 'console-area-broadcast',
  workshop: 'console-area-workshop',
  import: 'console-area-import',
  learning: 'console-area-learning',
  freshness: 'console-area-freshness',
  application: 'console-applications',
  tutor: 'console-help-lines',
  places: 'console-area-places',
  insights: 'numbers-title',
  curriculum: 'console-curriculum-short',
} as const;

/** What was done, in words. An action that is not here is shown as it is noted. */
const actions: Readonly<Record<string, string>> = {
  'staff.add': 'console-did-add',
  'staff.end_sessions': 'console-did-end-sessions',
  'staff.link': 'console-did-link',
  'staff.remove': 'console-did-remove',
  'staff.rename': 'console-did-rename',
  'staff.revoke': 'console-did-revoke',
  'staff.role': 'console-did-role',
  'staff.backup_codes': 'console-did-backup-codes',
  'staff.second_factor_off': 'console-did-factor-off',
  'staff.second_factor_on': 'console-did-factor-on',
  'staff.second_factor_reset': 'console-did-factor-reset',
  'staff.setup': 'console-did-setup',
  'staff.token': 'console-did-token',
  'staff.use_link': 'console-did-use-link',
  'insights.answer': 'console-did-answer-wish',
  'insights.withdraw': 'console-did-withdraw-answer',
  'curriculum.ask': 'console-did-curriculum-ask',
  'curriculum.accepted': 'console-did-curriculum-accepted',
  'curriculum.done': 'console-did-curriculum-done',
  'curriculum.declined': 'console-did-curriculum-declined',
  'curriculum.take_back': 'console-did-curriculum-take-back',
  'curriculum.close': 'console-did-curriculum-close',
  'curriculum.withdraw': 'console-did-curriculum-withdraw',
  'curriculum.reopen': 'console-did-curriculum-reopen',
  'inbox.answer': 'console-did-answer',
  'inbox.claim': 'console-did-claim',
  'inbox.close': 'console-did-close',
  'inbox.read_danger': 'console-did-read-danger',
  'inbox.read_chat': 'console-did-read-chat',
  'inbox.regrade': 'console-did-regrade',
  'inbox.release': 'console-did-release',
  'broadcast.create': 'console-did-bc-create',
  'broadcast.edit': 'console-did-bc-edit',
  'broadcast.submit': 'console-did-bc-submit',
  'broadcast.return': 'console-did-bc-return',
  'broadcast.approve': 'console-did-bc-approve',
  'broadcast.pause': 'console-did-bc-pause',
  'broadcast.resume': 'console-did-bc-resume',
  'broadcast.cancel': 'console-did-bc-cancel',
  'broadcast.correct': 'console-did-bc-correct',
  'broadcast.recall': 'console-did-bc-recall',
  'broadcast.retry': 'console-did-bc-retry',
  'broadcast.test': 'console-did-bc-test',
  'application.accept': 'console-did-application-accept',
  'application.ask': 'console-did-application-ask',
  'application.rate': 'console-did-application-rate',
  'application.read': 'console-did-application-read',
  'application.refuse': 'console-did-application-refuse',
  'freshness.closed': 'console-did-close-course',
  'freshness.confirmed': 'console-did-confirm-course',
  'freshness.link': 'console-did-confirm-link',
  'freshness.restored': 'console-did-restore-course',
  'freshness.revised': 'console-did-revise-course',
  'freshness.revoke': 'console-did-revoke-link',
  'freshness.undone': 'console-did-undo-course',
  'learning.withdraw_certificate': 'console-did-withdraw-certificate',
  'places.close': 'console-did-place-close',
  'places.correct': 'console-did-place-correct',
  'places.dismiss': 'console-did-place-dismiss',
  'places.reopen': 'console-did-place-reopen',
  'places.stock': 'console-did-stock',
  'places.hand_out': 'console-did-hand-out',
  'places.return': 'console-did-return',
  'places.withdraw': 'console-did-loan-off',
  'learning.close_gap': 'console-did-close-gap',
  'learning.open_gap': 'console-did-open-gap',
  'tutor.add_help_line': 'console-did-help-add',
  'tutor.edit_help_line': 'console-did-help-edit',
  'tutor.hide_help_line': 'console-did-help-hide',
  'tutor.move_help_line': 'console-did-help-move',
  'tutor.show_help_line': 'console-did-help-show',
  'tutor.verify_help_line': 'console-did-help-verify',
  'workshop.cancel': 'console-did-cancel-workshop',
  'workshop.check_in': 'console-did-check-in',
  'workshop.create': 'console-did-create-workshop',
  'workshop.repeat': 'console-did-repeat',
  'workshop.undo_check_in': 'console-did-undo-check-in',
  'workshop.update': 'console-did-update-workshop',
  'workshop.walk_in': 'console-did-walk-in',
  'workshop.withdraw': 'console-did-workshop-withdraw',
  'import.done': 'console-did-import',
  'import.feed_add': 'console-did-feed-add',
  'import.feed_edit': 'console-did-feed-edit',
  'import.feed_pause': 'console-did-feed-pause',
  'import.feed_remove': 'console-did-feed-remove',
  'import.feed_resume': 'console-did-feed-resume',
  'import.feed_sync': 'console-did-feed-sync',
  'import.start': 'console-did-import-start',
  'import.upload': 'console-did-import-upload',
};

/** What it was done with, in words; another kind is shown as it is noted. */
const subjects: Readonly<Record<string, string>> = {
  broadcast: 'console-subject-broadcast',
  content_gap: 'console-subject-gap',
  place: 'console-subject-place',
  device_loan: 'console-subject-loan',
  course: 'console-subject-course',
  help_line: 'console-subject-help-line',
  import_feed: 'console-subject-feed',
  import_upload: 'console-subject-import',
  inbox_case: 'console-case-number',
  organisation: 'console-subject-organisation',
  track_certificate: 'console-subject-certificate',
  workshop: 'console-subject-workshop',
};

const rowsOnPage = 50;
const rowsInFile = 10_000;

/** The database knows no year 0. */
const firstDay = '1970-01-01';
const day = z.iso
  .date()
  .refine((given) => given >= firstDay)
  .optional()
  .catch(undefined);
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined);
const query = z.object({
  by: id,
  area: z
    .enum(Object.keys(areas) as (keyof typeof areas)[])
    .optional()
    .catch(undefined),
  from: day,
  to: day,
  before: id,
});

/** Who did what and when; for administrators. */
export function addAuditPage(pages: Pages, { database, timezone }: AuditOptions): void {
  const filterOf = (c: ConsoleContext) => {
    const { by, area, from, to, before } = query.parse(c.req.query());
    return {
      timezone,
      ...(by !== undefined && { staffId: by }),
      ...(area !== undefined && { area }),
      ...(from !== undefined && { fromDay: from }),
      ...(to !== undefined && { toDay: to }),
      ...(before !== undefined && { before }),
    };
  };

  pages.on('GET /console/audit', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const members = await listMembers(database.db);
    const entries = await readAudit(database.db, { ...filterOf(c), limit: rowsOnPage });
    const state = { given: c.req.query(), problems: {} };
    const search = new URL(c.req.url).search;
    return page(frame, {
      title: t('console-audit'),
      children: (
        <>
          <h1>{t('console-audit')}</h1>
          <form class="filter" method="get">
            <SelectField
              name="by"
              label={t('console-audit-by')}
              state={state}
              choices={[['', t('console-everybody')], ...members.map((each) => [String(each.id), each.email] as const)]}
            />
            <SelectField
              name="area"
              label={t('console-audit-area')}
              state={state}
              choices={[
                ['', t('console-everything')],
                ...Object.entries(areas).map(([area, label]) => [area, t(label)] as const),
              ]}
            />
            <TextField name="from" type="date" label={t('console-from')} state={state} />
            <TextField name="to" type="date" label={t('console-to')} state={state} />
            <button type="submit">{t('console-filter')}</button>
          </form>
          <Table
            caption={t('console-audit')}
            head={headOf(t)}
            empty={t('console-audit-none')}
            rows={entries.map((entry) => rowOf(t, entry, frame.time))}
          />
          <Pager next={entries.length < rowsOnPage ? undefined : entries.at(-1)?.id} />
          <p>
            <a href={`/console/audit.csv${search}`}>{t('console-audit-file')}</a>
          </p>
        </>
      ),
    });
  });

  pages.on('GET /console/audit.csv', async (c) => {
    const { t } = c.var.frame;
    const entries = await readAudit(database.db, { ...filterOf(c), limit: rowsInFile });
    const rows = entries.map((entry) => rowOf(t, entry, (at) => at.toISOString()));
    c.header('Content-Disposition', 'attachment; filename="ban-hoc-nhat-ky.csv"');
    return c.body(csvOf([headOf(t), ...rows]), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
}

function headOf(t: Translator): string[] {
  return [
    t('console-audit-at'),
    t('console-audit-by'),
    t('console-audit-what'),
    t('console-audit-subject'),
    t('console-audit-detail'),
  ];
}

function rowOf(t: Translator, entry: ReadEntry, time: (at: Date) => string): string[] {
  const { action, subject, detail } = entry;
  const words = actions[action];
  const named = subjects[subject.kind];
  return [
    time(entry.at),
    entry.by ?? t(detail.link === undefined ? 'console-audit-command' : 'console-audit-link'),
    words === undefined ? action : t(words),
    entry.subjectEmail ?? (named === undefined ? `${subject.kind} ${subject.id}` : t(named, { id: subject.id })),
    Object.entries(detail)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  ];
}
