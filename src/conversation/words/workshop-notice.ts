import type { AccountLearner } from '../../learners/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { Notice, NoticeKind, Registration, Workshop, WorkshopChanges } from '../../workshops/index.ts';
import type { Wording } from '../flows/course-list.ts';
import type { RunningQuestion } from '../state.ts';
import { capitalised, learnerInWords } from './learner.ts';
import { mapOf, placeOfWorkshop, timeOfWorkshop, type WorkshopWords, workshopTitle } from './workshop.ts';
import { momentInWords, spanInWords } from './workshop-time.ts';

/** What a notice is about, as it stands now. */
export interface NoticeFacts {
  readonly notice: Notice;
  readonly registration: Registration;
  readonly workshop: Workshop;
  readonly learner: AccountLearner;
}

/** A notice in words. */
export interface WrittenNotice {
  readonly text: string;
  /** What can be pressed; links among them. */
  readonly choices: readonly Choice[];
  /** What to write instead of pressing, where numbers choose and belong to something else just now. */
  readonly typed: string | undefined;
  /** What a typed answer belongs to, where it may. */
  readonly question: Omit<RunningQuestion, 'until'> | undefined;
}

/** What the words need: of the conversation, and the moment. */
export type NoticeWording = Wording & Pick<WorkshopWords, 'now' | 'timezone'>;

const stars = [5, 4, 3, 2, 1] as const;

/** Puts a notice into words. */
export function writeNotice(wording: NoticeWording, facts: NoticeFacts): WrittenNotice {
  const { t, offer } = wording;
  const { notice, registration, workshop, learner } = facts;
  const key = registration.key.toString(36);
  const said = sentence(wording, facts);
  const details = offer('ws', [workshop.key.toString(36)], t('choice-details-short'));
  const cannot = offer('wscan', [key], t('choice-workshop-cannot'));
  const written = (text: string, more: Partial<WrittenNotice>): WrittenNotice => ({
    text,
    choices: [],
    typed: undefined,
    question: undefined,
    ...more,
  });
  switch (notice.kind) {
    case 'offer':
      return written(said, {
        choices: [
          offer('wsyes', [key], t('choice-workshop-accept')),
          offer('wsno', [key], t('choice-workshop-decline')),
          details,
        ],
        typed: t('notice-offer-typed'),
      });
    case 'offer_over':
      return written(said, {
        choices: [
          offer('wsfor', [workshop.key.toString(36), learner.id.toString(36)], t('choice-workshop-wait-again')),
          details,
        ],
      });
    case 'changed': {
      const isWaiting = registration.state !== 'taken';
      const keeps = t(isWaiting ? 'notice-changed-waiting' : 'notice-changed-keep');
      const lines = [said, ...changedLines(wording, workshop, notice.changes ?? {}), keeps];
      return written(lines.join('\n'), {
        choices: [...(isWaiting ? [] : [cannot]), ...linksOf(wording, workshop), details],
        typed: isWaiting ? undefined : t('notice-cannot-typed'),
      });
    }
    case 'withdrawn':
      return written(said, { choices: [details, offer('wsl', ['all'], t('choice-workshops-others'))] });
    case 'cancelled': {
      const { cancelReason: reason } = workshop;
      const why = reason === undefined ? [] : [t('notice-cancelled-why', { reason })];
      return written([said, ...why].join('\n'), {
        choices: [offer('wsl', ['all'], t('choice-workshops-others'))],
      });
    }
    case 'reminder_day':
    case 'reminder_hours':
      return written(
        [said, ...placeLines(wording, workshop), t('notice-code', { code: registration.code })].join('\n'),
        {
          choices: [cannot, ...linksOf(wording, workshop), details],
          typed: t('notice-cannot-typed'),
        },
      );
    case 'feedback':
      return written(said, {
        choices: [
          ...stars.map((rating) => offer('wsrate', [key, String(rating)], t('choice-rate-stars', { rating }))),
          offer('wsrate', [key, '0'], t('choice-rate-skip')),
        ],
        question: { kind: 'workshop_rating', data: registration.key },
      });
  }
}

/** Each notice as it is said of who writes, and of a relative of theirs. */
const texts = {
  offer: { own: 'notice-offer', relative: 'notice-offer-for' },
  offer_over: { own: 'notice-offer-over', relative: 'notice-offer-over-for' },
  changed: { own: 'notice-changed', relative: 'notice-changed-for' },
  cancelled: { own: 'notice-cancelled', relative: 'notice-cancelled-for' },
  withdrawn: { own: 'notice-withdrawn', relative: 'notice-withdrawn-for' },
  reminder_day: { own: 'notice-reminder-day', relative: 'notice-reminder-day-for' },
  reminder_hours: { own: 'notice-reminder-hours', relative: 'notice-reminder-hours-for' },
  feedback: { own: 'notice-feedback', relative: 'notice-feedback-for' },
} as const satisfies Record<NoticeKind, unknown>;

/** The sentence that says what a notice is about. */
function sentence(wording: NoticeWording, { notice, workshop, learner }: NoticeFacts): string {
  const { t, now, timezone } = wording;
  const { own, relative } = texts[notice.kind];
  const args = {
    title: workshopTitle(t, workshop),
    time: timeOfWorkshop(wording, workshop),
    until: momentInWords(t, notice.offerUntil ?? notice.notAfter, now, timezone),
  };
  if (learner.relation === 'self') return t(own, args);
  return capitalised(t(relative, { ...args, who: learnerInWords(t, learner) }));
}

function placeLines({ t }: NoticeWording, workshop: Workshop): string[] {
  const place = placeOfWorkshop(t, workshop);
  return place === '' ? [] : [t('workshop-line-place', { place })];
}

/** The map and, where it is held online, the room. */
function linksOf({ t, offer }: NoticeWording, workshop: Workshop): Choice[] {
  const key = workshop.key.toString(36);
  const map = mapOf(workshop);
  return [
    ...(workshop.onlineUrl === undefined
      ? []
      : [offer('wslink', [key, 'room'], t('choice-workshop-join'), { url: workshop.onlineUrl })]),
    ...(map === undefined ? [] : [offer('wslink', [key, 'map'], t('choice-workshop-map'), { url: map })]),
  ];
}

/** "Giờ: … → …", "Nơi: … → …": each as it was and as it is. */
function changedLines(wording: NoticeWording, workshop: Workshop, changes: WorkshopChanges): string[] {
  const { t, now, timezone } = wording;
  const { startsAt, endsAt, place, ward, onlineUrl } = changes;
  const lines: string[] = [];
  if (startsAt !== undefined || endsAt !== undefined) {
    const was = (change: { readonly from: string | null } | undefined, is: Date): Date =>
      change?.from === undefined || change.from === null ? is : new Date(change.from);
    const before = { startsAt: was(startsAt, workshop.startsAt), endsAt: was(endsAt, workshop.endsAt) };
    const [from, to] = [before, workshop].map((each) => spanInWords(t, each, now, timezone));
    lines.push(t('notice-changed-time', { before: from ?? '', after: to ?? '' }));
  }
  if (place !== undefined || ward !== undefined) {
    const old: Workshop = {
      ...workshop,
      place: place === undefined ? workshop.place : (place.from ?? undefined),
      ward: ward === undefined ? workshop.ward : (ward.from ?? undefined),
    };
    const [from, to] = [old, workshop].map((each) => placeOfWorkshop(t, each) || t('workshop-no-place'));
    lines.push(t('notice-changed-place', { before: from ?? '', after: to ?? '' }));
  }
  if (onlineUrl !== undefined) lines.push(t('notice-changed-online'));
  return lines;
}

/** The message of a written notice. @param isTyped numbers choose here and are not ours now: words stand for the choices */
export function noticeMessage({ text, choices, typed }: WrittenNotice, isTyped: boolean): OutboundMessage {
  if (!isTyped) return { text: [text], choices };
  const links = choices.filter(({ url }) => url !== undefined);
  return { text: [text], ...(typed === undefined ? {} : { footer: [typed] }), choices: links };
}
