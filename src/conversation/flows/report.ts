import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import { markCourse } from '../../discovery/index.ts';
import { noteReport as noteCourseReport } from '../../freshness/index.ts';
import { addToCase, openReport } from '../../inbox/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { shownTitle } from '../words/course-card.ts';
import { courseGone } from './course.ts';
import { askAboutReport } from './feedback.ts';
import { say } from './small-talk.ts';
import { deadline } from './with-staff.ts';

const reportReasons = ['gone', 'price', 'place', 'phone', 'unreachable', 'other'] as const;
type ReportReason = (typeof reportReasons)[number];

/** How long the next text says what is wrong. */
const questionMinutes = 15;

/** What typed words mean; whatever else is wrong is told in those words. */
const reasonWords: readonly (readonly [ReportReason, RegExp])[] = [
  [
    'phone',
    /(?:^| )(?:(?:sai|nham|doi) so(?: dien thoai| dt| may)?|so (?:dien thoai |dt )?(?:sai|nham|khong dung)|wrong (?:phone|number))(?: |$)/,
  ],
  [
    'unreachable',
    /(?:^| )(?:khong (?:ai )?(?:nghe may|bat may|tra loi|lien lac duoc|goi duoc)|goi (?:mai )?khong duoc|thue bao|no answer|unreachable)(?: |$)/,
  ],
  ['price', /(?:^| )(?:hoc phi|gia|tien|phi|price|fee|cost)(?: |$)/],
  ['place', /(?:^| )(?:dia chi|noi hoc|cho hoc|dia diem|address|place)(?: |$)/],
  ['gone', /(?:^| )(?:khong con|het|dong cua|ngung|nghi day|closed|gone)(?: |$)/],
];

/** Who looks for something else has left the question. */
const wish = /^(?:(?:em|minh|toi|tui) )?(?:muon )?(?:hoc(?! phi)|tim|kiem|learn|find) /;

/** Asks what is wrong with a course; a press or a few words tell. */
export function askReport(context: TurnContext, course: Course): Answer {
  const { t, now, state } = context;
  const key = course.key.toString(36);
  const labels: Record<ReportReason, string> = {
    gone: t('choice-report-gone'),
    price: t('choice-report-price'),
    place: t('choice-report-place'),
    phone: t('choice-report-phone'),
    unreachable: t('choice-report-unreachable'),
    other: t('choice-report-other'),
  };
  const answer = say(
    context,
    t('course-report-ask', { title: shownTitle(t, course) }),
    reportReasons.map((reason) => context.choice({ action: 'report_reason', args: [key, reason] }, labels[reason])),
  );
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...answer, state: { ...state, question: { kind: 'report', until, data: course.key } } };
}

/** Keeps the report for staff, who may answer; what "something else" is must be said, else one may say more. */
export async function report(context: TurnContext, course: Course, reason: string | undefined): Promise<Answer> {
  const { t } = context;
  const { question: _answered, ...state } = context.state;
  const answered = { ...context, state };
  const detail = reportReasons.find((known) => known === reason) ?? 'other';
  const caseId = await noteReport(context, course, detail);
  if (caseId === undefined) return courseGone(answered);
  if (detail === 'other') return askAboutReport(answered, caseId);
  const more = context.offer('feedback', ['more', caseId.toString(36)], t('choice-report-more'));
  return say(answered, t('course-report-thanks'), [more]);
}

async function noteReport(context: TurnContext, course: Course, detail: ReportReason): Promise<number | undefined> {
  const { tx, learnerId, conversationId, locale, now, timezone } = context;
  const report = { learnerId, courseKey: course.key, reason: detail, at: now, timezone };
  if (!(await noteCourseReport(tx, report))) return undefined;
  await markCourse(tx, { learnerId, courseKey: course.key, kind: 'reported', detail, at: now });
  return openReport(tx, { learnerId, conversationId, locale, at: now }, course.key, detail);
}

async function typed(context: TurnContext, text: string, courseKey: number): Promise<Answer> {
  const { tx, t, accountId, now } = context;
  const { question: _answered, ...state } = context.state;
  const answered = { ...context, state };
  const words = plainWords(text);
  if (isRefusal(words)) return say(answered, t('feedback-dropped'));
  const [course] = await coursesByKeys(tx, [courseKey]);
  if (course === undefined) return courseGone(answered);
  const detail = reasonWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
  const caseId = await noteReport(context, course, detail);
  if (caseId === undefined) return courseGone(answered);
  await addToCase(tx, caseId, { accountId, text: text.trim(), at: now, deadline: deadline(context) });
  return say(answered, t('course-report-thanks'));
}

/** What is wrong with a course, for staff to check. */
export const reportFeature: Feature = {
  questions: {
    report: (context, text, data) =>
      typeof data === 'number' && text.trim() !== '' && !wish.test(plainWords(text))
        ? typed(context, text, data)
        : undefined,
  },
};
