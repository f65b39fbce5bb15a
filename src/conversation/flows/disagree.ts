import { type DisputedGrade, openGradeCase } from '../../inbox/index.ts';
import { type JudgedAnswer, judgedAnswer, type Question } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { redact } from '../../tutor/index.ts';
import type { TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';

/** How long after an answer was judged "chấm sai rồi" means that one. */
const sinceMinutes = 60;

/** Said of a grade and of nothing else. */
export const aboutGrade =
  /^(?:(?:sao|ua|a|ban|bot|may|ad|he thong|app) )*(?:lai )?cham (?:diem )?(?:sai|nham|lon|khong dung|chua dung)(?: (?:cau (?:nay|do|kia|vua roi|tren)|cho (?:minh|em|toi|tui)|bai (?:nay|do)|roi|ma|a|day|nha|nhe|qua|het))*$|^(?:(?:i think )?(?:you|it|that) )?(?:graded|marked) (?:it |this |that |me )?(?:wrong|wrongly|incorrectly)$|^wrong grade$/;

const disagreeing =
  /^(?:(?:minh|em|toi|tui|con|chau) )?(?:khong|ko|k|hong|hok|chua|chang) dong y(?: (?:voi|cach cham|ket qua|dap an|cau (?:nay|do)|nay|do|dau|a|nha|nhe|lam))*$|^(?:(?:minh|em|toi|tui|con|chau) )?(?:tra loi|noi|ghi|viet|cau) (?:cua (?:minh|em|toi|tui) )?(?:vay |the )?(?:la )?dung (?:roi )?ma(?: (?:a|nha|nhe))*$|^i (?:disagree|dont agree|do not agree)$|^(?:but )?(?:my answer|that|it) (?:is|was) (?:right|correct)$/;

/** What a text says of a grade: that it is wrong in so many words, or only that one does not agree, which may also answer a question. */
export function disagreementIn(text: string): 'about_grade' | 'perhaps' | undefined {
  const words = plainWords(text);
  // Folded it is "chậm lại" as well.
  if (aboutGrade.test(words) || /^(?:(?:nhờ|xin|bạn|nhân viên) )?chấm lại(?: |$)/iu.test(text.trim()))
    return 'about_grade';
  return disagreeing.test(words) ? 'perhaps' : undefined;
}

/** The quiet way to say so below a typed answer that was judged wrong. */
export function disagreeChoice({ offer, t }: TurnContext, attemptId: number): Choice {
  return offer('gd', [attemptId.toString(36)], t('choice-disagree'));
}

/** What is said to somebody who disagrees while they hold their answer against a good one: it has not been judged yet. */
export function stillComparing({ t }: TurnContext): string {
  return t('disagree-compare');
}

/** Sends an answer to staff and says what comes of it; the one pressed below, or the last that was judged. */
export async function disagree(context: TurnContext, attemptId?: number): Promise<string> {
  const { tx, t, learnerId, conversationId, locale, now } = context;
  const since = new Date(now.getTime() - sinceMinutes * 60_000);
  const judged = await judgedAnswer(tx, learnerId, attemptId === undefined ? { since } : { id: attemptId });
  if (judged === undefined) return t('disagree-none');
  if (judged.outcome === 'right') return t('disagree-right');
  if (judged.outcome === 'unsure') return t('disagree-own');
  const disputed = disputedOf(context, judged);
  if (disputed === undefined) return t('disagree-none');
  const outcome = await openGradeCase(tx, { learnerId, conversationId, locale, at: now }, disputed);
  return t({ opened: 'disagree-sent', open: 'disagree-open', decided: 'disagree-decided' }[outcome]);
}

/** What staff need to judge it; undefined when the item has left the lessons, or what was typed is forgotten. */
function disputedOf({ lessons }: TurnContext, judged: JudgedAnswer): DisputedGrade | undefined {
  const found = lessons.item(judged.item);
  if (found === undefined) return undefined;
  const { item, lesson } = found;
  const question = judged.isVariant ? item.variant : item.question;
  const answer =
    judged.answer ?? (question.kind === 'choice' ? question.options[judged.option ?? -1]?.text : undefined);
  if (answer === undefined) return undefined;
  return {
    attemptId: judged.id,
    lesson: { id: lesson.id, title: lesson.title },
    item: item.id,
    question: question.question,
    answer: redact(answer).text,
    accepted: acceptedOf(question),
    rubric: question.kind === 'short' ? question.rubric : undefined,
    verdict: judged.outcome === 'wrong' ? 'wrong' : 'unsure',
  };
}

function acceptedOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return question.options.filter(({ isRight }) => isRight).map(({ text }) => text);
    case 'number': {
      const value = [String(question.answer).replace('.', ','), question.unit ?? ''].join(' ').trim();
      return [question.tolerance === 0 ? value : `${value} ± ${String(question.tolerance).replace('.', ',')}`];
    }
    case 'short':
      return [question.answer, ...question.accept];
  }
}
