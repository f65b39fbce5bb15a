import type { Told } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import type { SetupState } from '../state.ts';
import { typedAnswer } from './told-answers.ts';

const goals = ['new_job', 'better_work', 'own_business', 'help_child', 'hobby', 'daily_life', 'exam'] as const;
const times = ['morning', 'afternoon', 'evening', 'weekend'] as const;

/** What may stand in the way of learning, in the order of its choices. */
const barriers = ['money', 'far', 'time', 'computer', 'network', 'body', 'other'] as const;
type Barrier = (typeof barriers)[number];

/** What is remembered of a barrier. "Far" is no fact: it means near home, or at home while we do not know where that is. */
const toldOfBarrier: Readonly<Partial<Record<Barrier, Told>>> = {
  money: { budget: 0 },
  time: { times: ['evening', 'weekend'] },
  computer: { device: 'phone' },
  network: { data: 'low' },
};
const difficulties = ['hearing', 'seeing', 'moving', 'learning'] as const;

/** Said in answer to what stands in the way; in passing the same words would say too little. */
const barrierWords: readonly (readonly [Barrier, RegExp])[] = [
  ['money', /(?:^| )(?:tien|hoc phi|mac|dat|ton kem|kho khan|ngheo|money|expensive|cost)(?= |$)/],
  ['far', /(?:^| )(?:xa|duong xa|ket xe|khong co xe|far|distance)(?= |$)/],
  [
    'time',
    /(?:^| )(?:ban ngay|ca ngay|ban viec|ban di lam|di lam|gio hanh chinh|work all day|busy during the day)(?= |$)/,
  ],
  ['computer', /(?:^| )(?:may tinh|laptop|may vi tinh|computer)(?= |$)/],
  ['network', /(?:^| )(?:mang|wifi|internet|data|dung luong|4g|network)(?= |$)/],
];

/** What an answer means: what is told, and whether places are too far. */
export interface SetupAnswer {
  readonly told: Told;
  readonly isFar?: true;
}

function barrierAnswer(barrier: Barrier | undefined): SetupAnswer {
  return { told: (barrier && toldOfBarrier[barrier]) ?? {}, ...(barrier === 'far' ? { isFar: true } : {}) };
}

/** The choices of a question; what is chosen already is marked. */
export function setupOptions(context: TurnContext, setup: SetupState): Choice[] {
  const { t } = context;
  const { told } = context.profile;
  const offer = (args: readonly string[], label: string, isChosen: boolean): Choice =>
    context.offer('setup', args, isChosen ? `✓ ${label}` : label);
  switch (setup.step) {
    case 'goal':
      return goals.map((goal) => offer(['goal', goal], t('choice-goal', { value: goal }), false));
    case 'barriers':
      return barriers.map((barrier) =>
        offer(['barrier', barrier], t('choice-barrier', { value: barrier }), isStated(told, setup, barrier)),
      );
    case 'body':
      return difficulties.map((each) =>
        offer(['body', each], t('choice-difficulty', { value: each }), told.disability?.includes(each) === true),
      );
    case 'where':
      return times.map((time) =>
        offer(['time', time], t('choice-time', { value: time }), told.times?.includes(time) === true),
      );
    case 'done':
      return [];
  }
}

function isStated(told: Told, { isFar }: SetupState, barrier: Barrier): boolean {
  if (barrier === 'far') return isFar === true;
  if (barrier === 'body') return told.disability !== undefined || told.wheelchair !== undefined;
  const kinds = Object.keys(toldOfBarrier[barrier] ?? {});
  return kinds.length > 0 && kinds.every((kind) => told[kind as keyof Told] !== undefined);
}

/** Whether the question has an answer already, so that going on leaves nothing out. */
export function hasAnswer(context: TurnContext, setup: SetupState): boolean {
  const { told } = context.profile;
  if (setup.step === 'where') return told.place !== undefined || told.times !== undefined;
  return setup.step === 'barriers' && barriers.some((barrier) => isStated(told, setup, barrier));
}

/** What a pressed choice of a question says. */
export function pressedAnswer(
  { profile }: TurnContext,
  what: string | undefined,
  which: string | undefined,
): SetupAnswer {
  if (what === 'goal') {
    const kind = goals.find((goal) => goal === which);
    return { told: kind === undefined ? {} : { goal: { kind } } };
  }
  if (what === 'barrier') return barrierAnswer(barriers.find((barrier) => barrier === which));
  if (what === 'body') {
    const each = difficulties.find((difficulty) => difficulty === which);
    return { told: each === undefined ? {} : { disability: [each] } };
  }
  const time = times.find((each) => each === which);
  return { told: time === undefined ? {} : { times: [...new Set([...(profile.told.times ?? []), time])] } };
}

/** What a typed text says in answer to a question; undefined when it is no answer. */
export function typedSetupAnswer(context: TurnContext, setup: SetupState, text: string): SetupAnswer | undefined {
  const number = /^[1-9]$/.test(text.trim()) ? Number(text.trim()) - 1 : undefined;
  switch (setup.step) {
    case 'goal':
      if (number !== undefined) return answering(pressedAnswer(context, 'goal', goals[number]));
      return answering({ told: typedAnswer(context, 'goal', text) });
    case 'barriers':
      return answering(typedBarriers(context, text));
    case 'body':
      return answering({ told: typedAnswer(context, 'disability', text) });
    case 'where':
      if (number !== undefined) return times[number] && answering(pressedAnswer(context, 'time', times[number]));
      return answering({ told: { ...typedAnswer(context, 'place', text), ...typedAnswer(context, 'times', text) } });
    case 'done':
      return undefined;
  }
}

function answering(answer: SetupAnswer): SetupAnswer | undefined {
  return Object.keys(answer.told).length === 0 && answer.isFar === undefined ? undefined : answer;
}

/** "1 3", "1, 3 và 5", "xa quá, không có tiền": several at once. */
function typedBarriers(context: TurnContext, text: string): SetupAnswer {
  const words = plainWords(text);
  const numbers = /^(?:(?:\d|va|and|so|voi)(?: |$))+$/.test(words) ? (words.match(/\d/g) ?? []) : [];
  const named =
    numbers.length > 0
      ? numbers.flatMap((number) => barriers[Number(number) - 1] ?? [])
      : barrierWords.filter(([, pattern]) => pattern.test(words)).map(([barrier]) => barrier);
  const heard: SetupAnswer[] = [
    ...(numbers.length > 0
      ? []
      : (['disability', 'wheelchair', 'budget', 'device', 'data', 'times'] as const).map((kind) => ({
          told: typedAnswer(context, kind, text),
        }))),
    // A wish names more than what stands in the way: "học sửa máy tính" is not about having none.
    ...(numbers.length > 0 || isOnlyBarriers(words) ? named.map(barrierAnswer) : []),
  ];
  const told: Told = Object.assign({}, ...heard.map((each) => each.told).reverse());
  return { told, ...(heard.some(({ isFar }) => isFar === true) ? { isFar: true } : {}) };
}

/** Longest answer that names what stands in the way by single words. */
const mostWords = 14;

function isOnlyBarriers(words: string): boolean {
  return (
    words.split(' ').length <= mostWords &&
    !/(?:^| )(?:hoc(?! phi)|lop|khoa|tim|sua|learn|course|class)(?= |$)/.test(words)
  );
}
