import { z } from 'zod';
import {
  askLoan,
  cancelLoan,
  type DeviceLoan,
  type DeviceStock,
  extendLoan,
  fetchHours,
  freeOf,
  type LoanRefusal,
  loanKeptDays,
  openLoansOf,
  type Place,
  placesByKeys,
  stockOf,
} from '../../access/index.ts';
import { longestName, readName } from '../../learners/index.ts';
import { createTranslator } from '../../locales/index.ts';
import type { Choice } from '../../message/index.ts';
import { cityTime } from '../../time/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature, ProfilePart } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { day, localDate, localTime } from '../words/format.ts';
import { speaksAsChild } from './eligibility-known.ts';
import { say, topicChoices } from './small-talk.ts';
import { keyOf, momentOf, readKey } from './workshop-standing.ts';

/** Two questions, a name and a phone number. Until both are answered nothing is kept but in the running question. */
const draftMinutes = 30;

/** The version of the words that are agreed to (`loan-consent`). */
const consent = { key: 'loan-consent', version: '1' } as const;

const draftData = z.object({ stock: z.number(), shown: z.enum(['vi', 'en']), name: z.string().optional() });
type Draft = z.output<typeof draftData>;

/** "máy tính bảng", "SIM 4G". */
export function deviceName(t: TurnContext['t'], device: DeviceStock['device']): string {
  return t('word-device', { device });
}

const phoneNumber = /^(?:\+84|0)\d{9,10}$/;

/** What a place lends, in lines and with the ways to borrow it; nothing for one that lends nothing. */
export async function loanPart(context: TurnContext, place: Place): Promise<ProfilePart> {
  const stocks = place.sample || place.isClosed ? [] : await stockOf(context.tx, { placeKey: place.key });
  const kept = stocks.filter(({ total }) => total > 0);
  const { t } = context;
  return {
    lines: kept.map((stock) =>
      t('loan-stock', {
        device: deviceName(t, stock.device),
        free: stock.waiting > 0 ? 0 : freeOf(stock),
        waiting: stock.waiting,
      }),
    ),
    choices: kept.map(({ key, device }) =>
      context.offer('lnask', [keyOf(key)], t('choice-loan-ask', { device: deviceName(t, device) })),
    ),
  };
}

async function lender(context: TurnContext, key: number): Promise<{ stock: DeviceStock; place: Place } | undefined> {
  const [stock] = await stockOf(context.tx, { key });
  const [place] = stock === undefined ? [] : await placesByKeys(context.tx, [stock.placeKey]);
  return stock && place && !place.isClosed && !place.sample && stock.total > 0 ? { stock, place } : undefined;
}

function consentText(t: TurnContext['t'], { stock, place }: { stock: DeviceStock; place: Place }): string {
  return t(consent.key, {
    place: place.name,
    device: deviceName(t, stock.device),
    loan: stock.loanDays,
    kept: loanKeptDays,
  });
}

/** What is borrowed for how long, who reads the name and number, and for how long they are kept: before anything is asked. */
async function begin(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const { t, learner, profile, state } = context;
  const found = await lender(context, readKey(key));
  if (found === undefined) return say(context, t('loan-gone'), topicChoices(context));
  if (speaksAsChild({ learner, profile, state })) return say(context, t('loan-child'));
  const { stock } = found;
  return say(context, consentText(t, found), [
    context.offer('lnyes', [keyOf(stock.key), consent.version, context.locale], t('choice-loan-agree')),
    context.offer('lnno', [], t('choice-loan-no')),
  ]);
}

/** The yes. A button under older words agrees to nothing. */
async function agree(context: TurnContext, [key, version, shown]: readonly string[]): Promise<Answer> {
  if (version !== consent.version) return begin(context, [key ?? '']);
  const draft = draftData.safeParse({ stock: readKey(key), shown });
  if (!draft.success) return say(context, context.t('chat-stale'), topicChoices(context));
  return ask(context, draft.data, context.t('loan-ask-name'));
}

function ask(context: TurnContext, draft: Draft, text: string): Answer {
  const until = new Date(context.now.getTime() + draftMinutes * 60_000).toISOString();
  const asked = say(context, text, [context.offer('lnno', [], context.t('choice-loan-no'))]);
  return { ...asked, state: { ...context.state, question: { kind: 'loan', until, data: draft } } };
}

function typed(context: TurnContext, text: string, data: unknown): Answer | Promise<Answer> | undefined {
  const known = draftData.safeParse(data);
  if (!known.success || text.trim() === '') return undefined;
  const draft = known.data;
  const { t } = context;
  if (isRefusal(plainWords(text))) return stop(context);
  if (draft.name === undefined) {
    const name = readName(text);
    return name === undefined
      ? ask(context, draft, t('application-name-wrong', { most: longestName }))
      : ask(context, { ...draft, name }, t('loan-ask-phone', { name }));
  }
  const phone = text.replace(/[\s.-]/g, '');
  if (!phoneNumber.test(phone)) return ask(context, draft, t('loan-phone-wrong'));
  return keep(context, { ...draft, name: draft.name }, phone);
}

function settled(context: TurnContext): TurnContext {
  const { question: _answered, ...state } = context.state;
  return { ...context, state };
}

function stop(context: TurnContext): Answer {
  return say(settled(context), context.t('loan-stopped'));
}

async function keep(context: TurnContext, draft: Draft & { readonly name: string }, phone: string): Promise<Answer> {
  const { tx, t, learnerId } = context;
  const after = settled(context);
  const found = await lender(context, draft.stock);
  if (found === undefined) return say(after, t('loan-gone'), topicChoices(context));
  const outcome = await askLoan(
    tx,
    {
      learnerId,
      stockKey: draft.stock,
      name: draft.name,
      phone,
      consentText: consentText(createTranslator(draft.shown), found),
      consentVersion: consent.version,
    },
    momentOf(context),
  );
  if (!outcome.ok)
    return say(after, t(outcome.refusal === 'already' ? 'loan-already' : 'loan-gone'), ownChoice(context));
  return say(after, loanInWords(context, outcome.loan, found.place), loanChoices(context, outcome.loan));
}

/** Where a loan stands, in one line. */
export function loanInWords(
  { t, timezone }: Pick<TurnContext, 't' | 'timezone'>,
  loan: DeviceLoan,
  place: Pick<Place, 'name' | 'address'>,
): string {
  const { offerUntil, dueOn, position } = loan;
  const device = deviceName(t, loan.device);
  const at = place.address === undefined ? place.name : `${place.name}, ${place.address}`;
  if (loan.state === 'lent') return t('loan-lent', { device, place: place.name, date: day(dueOn ?? '') });
  if (loan.state === 'offered' && offerUntil !== undefined) {
    const until = `${localTime(offerUntil, timezone)} ${day(localDate(offerUntil, timezone))}`;
    return t('loan-offered', { device, place: at, until, hours: fetchHours });
  }
  return t('loan-waiting', { device, place: place.name, position: position ?? 1 });
}

/** What one can do with a loan of theirs. */
export function loanChoices({ t, offer }: Pick<TurnContext, 't' | 'offer'>, loan: DeviceLoan): Choice[] {
  const args = [keyOf(loan.key)];
  if (loan.state !== 'lent') return [offer('lnx', args, t('choice-loan-cancel'))];
  return loan.isExtended ? [] : [offer('lnext', args, t('choice-loan-extend'))];
}

function ownChoice(context: TurnContext): Choice[] {
  return [context.offer('lnmine', [], context.t('choice-loan-mine'))];
}

/** Everything somebody borrows or waits for. */
async function mine(context: TurnContext): Promise<Answer> {
  const { lines, choices } = await ownPart(context);
  return lines.length === 0
    ? say(context, context.t('loan-none'), topicChoices(context))
    : say(context, lines.join('\n'), choices);
}

async function ownPart(context: TurnContext): Promise<ProfilePart> {
  const loans = await openLoansOf(context.tx, context.learnerId);
  const places = new Map(
    (
      await placesByKeys(
        context.tx,
        loans.map(({ placeKey }) => placeKey),
      )
    ).map((place) => [place.key, place]),
  );
  return {
    lines: loans.flatMap((loan) => {
      const place = places.get(loan.placeKey);
      return place === undefined ? [] : [loanInWords(context, loan, place)];
    }),
    choices: loans.flatMap((loan) => loanChoices(context, loan)),
  };
}

function refused(context: TurnContext, refusal: LoanRefusal): Answer {
  return say(context, context.t('loan-refused', { why: refusal }), ownChoice(context));
}

async function cancel(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const outcome = await cancelLoan(context.tx, readKey(key), context.learnerId, momentOf(context));
  return outcome.ok ? say(context, context.t('loan-cancelled')) : refused(context, outcome.refusal);
}

async function extend(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const { day: today } = cityTime(context.now, context.timezone);
  const outcome = await extendLoan(context.tx, readKey(key), context.learnerId, { ...momentOf(context), today });
  if (!outcome.ok) return refused(context, outcome.refusal);
  return say(context, context.t('loan-extended', { date: day(outcome.loan.dueOn ?? '') }));
}

/** Borrowing a laptop, a tablet, a 4G SIM: asking, waiting, fetching, extending. */
export const loansFeature: Feature = {
  commands: { muonmay: mine, loans: mine },
  phrases: {
    'máy tôi mượn': 'muonmay',
    'máy em mượn': 'muonmay',
    'máy mình mượn': 'muonmay',
    'máy đang mượn': 'muonmay',
    'gia hạn mượn máy': 'muonmay',
    'my loans': 'muonmay',
  },
  presses: {
    lnask: begin,
    lnyes: agree,
    lnno: (context) => inPlace(stop(context)),
    lnx: cancel,
    lnext: extend,
    lnmine: mine,
  },
  questions: { loan: typed },
  profile: ownPart,
  help: ['help-muonmay'],
};
