import { z } from 'zod';
import type { Choice } from '../../message/index.ts';
import { longestNeeds, type NeedKind, noteNeeds, type Registration } from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import type { DialogueState } from '../state.ts';
import { listing } from '../words/format.ts';
import { say } from './small-talk.ts';
import { keyOf, readKey, registrationOfArgument, workshopGone } from './workshop-standing.ts';

const needKinds: readonly NeedKind[] = ['wheelchair', 'hearing', 'seeing', 'other'];

/** How long the next text may be what somebody needs. */
const questionMinutes = 15;

const asked = z.object({
  registration: z.number(),
  /** Asked for words by a press: then any text is the answer. */
  isOpen: z.boolean(),
});

/** What one can press to say what is needed: what is known of the learner first. */
export function needsChoices(context: TurnContext, registration: Registration): Choice[] {
  const { t, profile } = context;
  const { wheelchair, disability = [] } = profile.told;
  const known: readonly NeedKind[] = [
    ...(wheelchair === true ? (['wheelchair'] as const) : []),
    ...(disability.includes('hearing') ? (['hearing'] as const) : []),
    ...(disability.includes('seeing') ? (['seeing'] as const) : []),
  ];
  const kinds = [...new Set<NeedKind>([...known, 'wheelchair', 'hearing', 'seeing', 'other'])];
  const offer = (code: string, label: string): Choice =>
    context.offer('wsneed', [keyOf(registration.key), code], label);
  return [offer('none', t('choice-need-none')), ...kinds.map((kind) => offer(kind, t('choice-need', { kind })))];
}

export function withNeedsQuestion(context: TurnContext, answer: Answer, { key }: Registration): Answer {
  return { ...answer, state: asking(context, answer.state, key, false) };
}

function asking({ now }: TurnContext, state: DialogueState, registration: number, isOpen: boolean): DialogueState {
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...state, question: { kind: 'workshop_needs', until, data: { registration, isOpen } } };
}

/** A need by a press. */
export async function pressedNeed(context: TurnContext, [key, code]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  if (own === undefined) return workshopGone(context);
  const { t } = context;
  const answered = withoutQuestion(context);
  if (code === 'other') {
    return { ...say(context, t('workshop-needs-other')), state: asking(context, context.state, readKey(key), true) };
  }
  const kind = needKinds.find((each) => each === code);
  if (kind === undefined) {
    await noteNeeds(context.tx, own.registration.key, { kinds: [] }, context.now);
    return say(answered, t('workshop-needs-none'));
  }
  const { kinds, text } = own.registration.needs;
  return keep(answered, own.registration.key, [...new Set([...kinds, kind])], text);
}

function withoutQuestion(context: TurnContext): TurnContext {
  const { question, ...state } = context.state;
  return question?.kind === 'workshop_needs' ? { ...context, state } : context;
}

async function keep(
  context: TurnContext,
  key: number,
  kinds: readonly NeedKind[],
  text: string | undefined,
): Promise<Answer> {
  const { t, tx, now, locale } = context;
  const isKept = await noteNeeds(tx, key, { kinds, text }, now);
  if (!isKept) return workshopGone(context);
  const said = [
    ...kinds.filter((kind) => kind !== 'other').map((kind) => t('workshop-need', { kind })),
    ...(text === undefined ? [] : [`“${text.slice(0, longestNeeds).toWellFormed()}”`]),
  ];
  const undo = context.offer('wsneed', [keyOf(key), 'none'], t('choice-undo'));
  const isCut = text !== undefined && text.length > longestNeeds;
  const lines = [
    t('workshop-needs-kept', { needs: listing(locale, said) }),
    ...(isCut ? [t('workshop-needs-cut', { most: longestNeeds })] : []),
  ];
  return say(context, lines.join('\n'), [undo]);
}

const kindWords: readonly (readonly [NeedKind, RegExp])[] = [
  ['wheelchair', /xe lan|wheelchair/],
  [
    'hearing',
    /khiem thinh|diec|nghe kem|kho nghe|nang tai|lang tai|ngon ngu ky hieu|sign language|deaf|hard of hearing/,
  ],
  ['seeing', /khiem thi(?!nh)|mu\b|mat kem|kho nhin|chu to|chu lon|blind|low vision/],
];
/** Other things that people say they need. */
const tellsOfNeed =
  /(?:^| )(?:can|cho xin|xin|ho tro|giup do|di kem|chong nang|nang|thang may|cau thang|lau|mang thai|bau|em be|con nho|an chay|di ung|benh|dau chan|dau lung|need|help|allerg\w*|pregnant|stairs|lift|interpreter)(?: |$)/;
const asksToFind = /^(?:hoc|tim|muon hoc|lop|khoa|khoa hoc|goi y|huy|find|learn)(?: |$)/;
const none =
  /^(?:khong can(?: gi)?(?: (?:ho tro|het|dau|them))*|khong co gi|binh thuong|khong sao|bo qua|none|nothing|no need)(?: (?:a|nhe|nha|ca|ban))*$/;

/** A text after the question: what is needed, if it says so at all. */
export function answerNeeds(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  const question = asked.safeParse(data);
  const words = plainWords(text);
  if (!question.success || words === '') return undefined;
  const { registration, isOpen } = question.data;
  const answered = withoutQuestion(context);
  if (none.test(words) || isRefusal(words)) return say(answered, context.t('workshop-needs-none'));
  const kinds = kindWords.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
  const isNeed = kinds.length > 0 || tellsOfNeed.test(words);
  if (asksToFind.test(words) || (!isOpen && !isNeed)) return undefined;
  return keep(answered, registration, kinds.length > 0 ? kinds : ['other'], text.trim());
}
