import type { Occupation } from '../../discovery/index.ts';
import type { Choice } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { askKnown, forgetKnown, noteKnown, sayKnown } from './career-known.ts';
import { showPath, upperFirst } from './career-path.ts';
import { savePath, unsavePath } from './career-saved.ts';
import { optionList } from './option-list.ts';
import { searchPreferring } from './search.ts';
import { say } from './small-talk.ts';

/** How long a typed text may name the occupation that was asked for. */
const questionMinutes = 30;

/** So many that a name fits are asked about; what fits more was no name. */
const mostAsked = 6;

/** `/nghe [occupation]`: the path to it; without one, which it is. */
function careers(context: TurnContext, argument: string): Answer | Promise<Answer> {
  if (argument.trim() === '') return askOccupation(context, '0');
  return forOccupation(context, argument);
}

async function forOccupation(context: TurnContext, text: string): Promise<Answer> {
  const { named, near } = context.finder.occupations.recognise(text);
  const [first, ...others] = named;
  if (first !== undefined) {
    return others.length === 0 ? showPath(context, first) : askWhich(context, named.slice(0, mostAsked));
  }
  return unknown(context, text, near);
}

/** Two or more fit: asked once. */
function askWhich(context: TurnContext, occupations: readonly Occupation[]): Answer {
  return say(context, context.t('career-which'), [...occupationChoices(context, occupations), otherChoice(context)]);
}

/** No such occupation: said, with the nearest ones and what a search finds. */
async function unknown(context: TurnContext, text: string, near: readonly Occupation[]): Promise<Answer> {
  const { t, finder } = context;
  const line = t('career-unknown', { what: text.trim().slice(0, 80).toWellFormed() });
  const choices = [...occupationChoices(context, near), otherChoice(context)];
  const wish = finder.understand(text);
  if (wish.terms.length === 0) return say(context, line, choices);
  const found = await searchPreferring(context, wish);
  const [first, ...rest] = found.messages;
  if (first === undefined) return say(context, line, choices);
  return {
    ...found,
    messages: [{ ...first, text: [line, '\n\n', ...first.text], choices: beside(first.choices, choices) }, ...rest],
  };
}

/** Asks for the occupation: the saved one, then fields to look through; what is typed next may name it. */
function askOccupation(context: TurnContext, page: string): Answer {
  const { t, locale, finder, profile, now } = context;
  const goal = profile.told.goal;
  const saved = goal !== undefined && 'occupation' in goal ? finder.occupations.byId(goal.occupation) : undefined;
  const fields = finder.occupations.fields.map(({ id, names }) => context.offer('ngf', [id, '0'], names[locale]));
  const message = optionList(context, {
    text: t('career-ask'),
    choices: [...(saved === undefined ? [] : occupationChoices(context, [saved])), ...fields],
    page: Number(page) || 0,
    toPage: (next) => context.offer('ngo', [String(next)], t('choice-other-values')),
    out: context.choice({ action: 'profile', args: [] }, t('choice-profile')),
  });
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return { messages: [message], state: { ...context.state, question: { kind: 'career', until } } };
}

/** The occupations of a field. */
function showField(context: TurnContext, field: string, page: string | undefined): Answer {
  const { t, finder } = context;
  const occupations = finder.occupations.inField(field);
  if (occupations.length === 0) return askOccupation(context, '0');
  const message = optionList(context, {
    text: t('career-ask-in-field'),
    choices: occupationChoices(context, occupations),
    page: Number(page) || 0,
    toPage: (next) => context.offer('ngf', [field, String(next)], t('choice-other-values')),
    out: context.offer('ngo', ['0'], t('choice-career-fields')),
  });
  return { messages: [message], state: context.state };
}

function occupationChoices(context: TurnContext, occupations: readonly Occupation[]): Choice[] {
  return occupations.map(({ id, names }) => context.offer('ng', [id], upperFirst(names[context.locale])));
}

function otherChoice(context: TurnContext): Choice {
  return context.offer('ngo', ['0'], context.t('choice-career-fields'));
}

/** Choices of a list of courses with others before those that narrow it: a menu of numbers has seven places. */
function beside(choices: readonly Choice[], others: readonly Choice[]): Choice[] {
  return [
    ...choices.filter(({ course }) => course !== undefined),
    ...others,
    ...choices.filter(({ course }) => course === undefined),
  ];
}

/** Said by who wants to live by something rather than learn it for itself. */
const wantsWork =
  /(?:^| )(?:(?:muon|dinh|tinh|thich|mo uoc|uoc mo) (?:duoc )?(?:di )?(?:hoc )?(?:lam|mo|tro thanh|thanh)|lam nghe|hoc nghe|xin lam|(?:want|would like|plan|hope) to (?:be|become|work as|open|start))(?= )/;

/** A search by somebody who names an occupation gets the way to its path beside the courses. */
export function withPathChoice(context: TurnContext, found: Answer, text: string): Answer {
  if (text.length > 300 || !wantsWork.test(plainWords(text))) return found;
  const { named } = context.finder.occupations.recognise(text);
  const [occupation, ...others] = named;
  const [first, ...rest] = found.messages;
  if (occupation === undefined || others.length > 0 || first === undefined) return found;
  const choice = context.offer('ng', [occupation.id], context.t('choice-career'));
  return { ...found, messages: [{ ...first, choices: beside(first.choices, [choice]) }, ...rest] };
}

/** A press on an occupation; one that an import took away is asked for anew. */
function pressedOn(
  press: (context: TurnContext, occupation: Occupation, more: string | undefined) => Answer | Promise<Answer>,
): (context: TurnContext, args: readonly string[]) => Answer | Promise<Answer> {
  return (context, [id, more]) => {
    const occupation = context.finder.occupations.byId(id ?? '');
    return occupation === undefined ? askOccupation(context, '0') : press(context, occupation, more);
  };
}

/** A typed text while the question runs: an occupation, or something else altogether. */
function typed(context: TurnContext, text: string): Answer | Promise<Answer> | undefined {
  const { named, near } = context.finder.occupations.recognise(text);
  if (named.length === 0 && near.length === 0) return undefined;
  const { question: _answered, ...state } = context.state;
  return forOccupation({ ...context, state }, text);
}

const who = '(?:(?:cho )?(?:em|minh|toi|tui|con|chau|anh|chi|co|chu|i) )?';
const ending = '(?: (?:nhi|a|ạ|vay|the|ha|nhe|voi|nha|please))*';

export const careersFeature: Feature = {
  commands: {
    nghe: careers,
    careers,
    biet: (context, what) => (what.trim() === '' ? askOccupation(context, '0') : sayKnown(context, what)),
    luulotrinh: (context) => {
      const occupation = context.finder.occupations.byId(context.state.career?.occupation ?? '');
      return occupation === undefined ? askOccupation(context, '0') : savePath(context, occupation);
    },
  },
  phrases: {
    'lộ trình nghề': 'nghe',
    'lo trinh nghe': 'nghe',
    'lộ trình nghề nghiệp': 'nghe',
    'chọn nghề': 'nghe',
    'nghề khác': 'nghe',
    'nghe khac': 'nghe',
    'career path': 'nghe',
    'career paths': 'nghe',
    'lưu lộ trình': 'luulotrinh',
    'luu lo trinh': 'luulotrinh',
    'save the path': 'luulotrinh',
  },
  wordings: [
    [
      new RegExp(
        `^${who}(?:can |phai |nen |muon )?(?:hoc|biet|co) (?:nhung |ky nang )?(?:gi|ky nang gi|ky nang nao|nhung ky nang nao)(?: (?:thi|de))* (?:lam |mo |tro thanh |thanh )(?<what>.+?)${ending}$`,
      ),
      'nghe',
    ],
    [new RegExp(`^${who}(?:muon|uoc|uoc mo|mo uoc) (?:duoc )?(?:tro thanh|thanh) (?<what>.+?)${ending}$`), 'nghe'],
    [
      new RegExp(
        `^(?:cho ${who})?lo trinh (?:nghe |hoc nghe |lam |de lam |tro thanh |de tro thanh )(?<what>.+?)${ending}$`,
      ),
      'nghe',
    ],
    [/^(?:how (?:do i|can i|to)|i want to|i would like to) become (?:an? )?(?<what>.+)$/, 'nghe'],
    [/^(?:career )?path (?:to|for) (?:an? )?(?<what>.+)$/, 'nghe'],
    [new RegExp(`^${who}(?:da )?biet (?<what>(?!het |nhieu |cai |dieu |viec |vay |the )\\S.*?) roi${ending}$`), 'biet'],
    [/^i (?:already )?know (?:how to )?(?<what>.+?) already$/, 'biet'],
    [/^i already know (?:how to )?(?<what>.+)$/, 'biet'],
  ],
  presses: {
    ng: pressedOn((context, occupation) => showPath(context, occupation)),
    ngp: pressedOn((context, occupation, from) => showPath(context, occupation, { from: Number(from) || 0 })),
    ngk: pressedOn(askKnown),
    ngh: pressedOn((context, occupation, position) => noteKnown(context, occupation, Number(position))),
    ngs: pressedOn((context, occupation) => savePath(context, occupation)),
    ngr: pressedOn((context, occupation) => unsavePath(context, occupation)),
    ngu: (context, [concept]) => forgetKnown(context, concept ?? ''),
    ngf: (context, [field, page]) => showField(context, field ?? '', page),
    ngo: (context, [page]) => askOccupation(context, page ?? '0'),
  },
  questions: { career: (context, text) => typed(context, text) },
  help: ['help-nghe'],
};
