import {
  type KeptWish,
  keptWish,
  mostSavedWishes,
  pauseSavedWish,
  removeSavedWish,
  resumeSavedWish,
  type SavedWish,
  savedWishesOf,
  saveWish,
} from '../../discovery/index.ts';
import type { Choice } from '../../message/index.ts';
import { reminderHourOf } from '../../outreach/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { clock, day, localDate } from '../words/format.ts';
import { wishInWords } from '../words/wish.ts';
import { alertConsentText } from './alert-offer.ts';
import { agreeToReminders, hearsReminders } from './reminder-consent.ts';
import { lastSearch, search } from './search.ts';
import { say, topicChoices } from './small-talk.ts';

/** Wishes that one message lists: with the way to more they are the seven places of a menu. */
const shownAtOnce = 6;

/** Courses that the learner may have seen already when they save a wish. */
const knownAtOnce = 200;

/** The longest name of a wish on a button. */
const longestLabel = 60;

/** Keeps a wish and agrees to reminders, in the words that stood beside the press or that the learner said themselves. */
async function keep(context: TurnContext, wish: KeptWish): Promise<Answer> {
  const { t, tx, learnerId, now, finder } = context;
  const label = wishInWords(t, context.locale, wish);
  if (label === '') return say(context, t('alert-which'), topicChoices(context));
  const known = finder
    .search(wish, { limit: knownAtOnce, now })
    .hits.filter((hit) => hit.misses.length === 0)
    .map((hit) => hit.key);
  const outcome = await saveWish(tx, {
    learnerId,
    wish: keptWish(wish),
    label,
    known,
    seenVersion: finder.version,
    at: now,
  });
  if (outcome.kind === 'full') {
    return say(context, t('alert-full', { most: mostSavedWishes }), [listChoice(context)]);
  }
  await agreeToReminders(context, alertConsentText(context));
  const time = clock(await reminderHourOf(tx, learnerId));
  const saved = outcome.kind === 'saved' ? t('alert-saved', { wish: label, time }) : t('alert-known', { wish: label });
  return say(context, `${saved}\n\n${t('remind-consent')}`, [
    listChoice(context),
    context.offer('sw', ['remove', outcome.id.toString(36)], t('choice-alert-undo')),
  ]);
}

/** "Báo mình khi có" under a search. */
function pressedAlert(context: TurnContext, [reference]: readonly string[]): Answer | Promise<Answer> {
  const { search: last, missed } = context.state;
  if (missed !== undefined && reference === `m${missed.turn.toString(36)}`) return keep(context, missed.wish);
  if (last !== undefined && reference === last.serial.toString(36)) return keep(context, last.wish);
  return say(context, context.t('chat-stale'), topicChoices(context));
}

/** "Khi nào có thì báo mình", with what is meant or about the last search. */
function saidAlert(context: TurnContext, named: string): Answer | Promise<Answer> {
  if (named !== '') {
    const wish = context.finder.understand(named);
    if (wish.terms.length > 0 || Object.keys(wish.facets).length > 0) return keep(context, wish);
  }
  const wish = context.state.missed?.wish ?? lastSearch(context)?.wish;
  return wish === undefined ? say(context, context.t('alert-which'), topicChoices(context)) : keep(context, wish);
}

function listChoice(context: TurnContext): Choice {
  return context.offer('sw', ['list'], context.t('choice-saved-wishes'));
}

function shortLabel({ label }: SavedWish): string {
  return `“${label.length > longestLabel ? `${label.slice(0, longestLabel).toWellFormed()}…` : label}”`;
}

/** `/daluu`: what is looked out for, each to be looked at, paused or removed. */
async function list(context: TurnContext, from: number): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const wishes = await savedWishesOf(tx, learnerId);
  const saved = context.choice({ action: 'saved', args: [] }, t('choice-saved'));
  if (wishes.length === 0) return say(context, t('saved-wishes-empty'), [saved]);
  const page = wishes.slice(from, from + shownAtOnce);
  const isOn = await hearsReminders(context);
  const text = t('saved-wishes-title', { count: wishes.length });
  return say(context, isOn ? text : `${text}\n${t('saved-wishes-silent')}`, [
    ...page.map((wish) =>
      context.offer(
        'sw',
        ['one', wish.id.toString(36)],
        wish.isPaused ? t('choice-wish-paused', { wish: shortLabel(wish) }) : shortLabel(wish),
      ),
    ),
    ...(from + shownAtOnce < wishes.length
      ? [context.offer('sw', ['list', String(from + shownAtOnce)], t('choice-wishes-more'))]
      : []),
    ...(isOn ? [] : [context.offer('nhac', [], t('choice-remind-again'))]),
  ]);
}

/** One saved wish and what can be done with it. */
function one(context: TurnContext, wish: SavedWish): Answer {
  const { t, timezone } = context;
  const id = wish.id.toString(36);
  const date = day(localDate(wish.createdAt, timezone));
  const text = wish.isPaused
    ? t('saved-wish-paused', { wish: wish.label })
    : t('saved-wish-on', { wish: wish.label, date });
  return say(context, text, [
    context.offer('sw', ['show', id], t('choice-wish-show')),
    wish.isPaused
      ? context.offer('sw', ['resume', id], t('choice-wish-resume'))
      : context.offer('sw', ['pause', id], t('choice-wish-pause')),
    context.offer('sw', ['remove', id], t('choice-wish-remove')),
    listChoice(context),
  ]);
}

async function pressed(context: TurnContext, [what, argument]: readonly string[]): Promise<Answer> {
  const { t, tx, learnerId, now, finder } = context;
  if (what === 'list') return list(context, Number.parseInt(argument ?? '0', 10) || 0);
  const id = Number.parseInt(argument ?? '', 36);
  const wish = (await savedWishesOf(tx, learnerId)).find((each) => each.id === id);
  if (wish === undefined) return say(context, t('saved-wish-gone'), [listChoice(context)]);
  switch (what) {
    case 'show': {
      // Looking again at what one looks out for is no new wish in the city's figures.
      const { effects: _counted, ...answer } = await search(context, wish.wish);
      return answer;
    }
    case 'pause':
      await pauseSavedWish(tx, learnerId, id, now);
      return inPlace(one(context, { ...wish, isPaused: true }));
    case 'resume':
      await resumeSavedWish(tx, learnerId, id, finder.version);
      return inPlace(one(context, { ...wish, isPaused: false }));
    case 'remove':
      await removeSavedWish(tx, learnerId, id);
      return inPlace(say(context, t('saved-wish-removed', { wish: wish.label }), [listChoice(context)]));
    default:
      return one(context, wish);
  }
}

function command(context: TurnContext, argument: string): Answer | Promise<Answer> {
  const asked = /^bao(?: ([\s\S]*))?$/.exec(argument.trim());
  return asked === null ? list(context, 0) : saidAlert(context, asked[1]?.trim() ?? '');
}

const tell =
  '(?:bao|nhan|nhan tin|thong bao|goi)(?: (?:lai|tin|cho|giup|gium|dum))*(?: (?:minh|em|toi|tui|con|chau|anh|chi|co|chu))?';
const ending = '(?: (?:biet|voi|nhe|nha|nghen|hen|a|di|luon|lien|ngay|ban|ad|oi|cai))*';
const thing = '(?: (?:lop|khoa|khoa hoc|khoa moi|lop moi|lop nao|khoa nao|moi|nua|lai|them))*';

/** Asking to be told, in folded words; `what` is what should come, when it is named. */
const wordings: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `^(?:khi nao|bao gio|luc nao|chung nao|khi|neu|hom nao)?(?: ?ma)? ?co${thing}(?: thi)? ${tell}${ending}$`,
    ),
    'daluu bao',
  ],
  [
    new RegExp(`^${tell}(?: biet)? (?:khi|luc|neu|khi nao|luc nao|chung nao) (?:nao )?co${thing}${ending}$`),
    'daluu bao',
  ],
  [
    /^(?:let me know|tell me|notify me|alert me|message me)(?: (?:when|if|once)(?: there(?:s| s| is)?| you have| one)?(?: (?:is|comes|one|something|anything|a new one|up|new))*)$/,
    'daluu bao',
  ],
  [
    new RegExp(
      `^(?:khi nao|bao gio|luc nao|chung nao|neu|hom nao) (?:co|mo) (?<what>.{2,60}?) (?:thi )?${tell}${ending}$`,
    ),
    'daluu bao',
  ],
];

/** Wishes that are looked out for: kept by a press or a word, told of once a day at most, managed by `/daluu`. */
export const savedWishesFeature: Feature = {
  commands: { daluu: command, saved: command },
  phrases: {
    'điều đã lưu': 'daluu',
    'tìm kiếm đã lưu': 'daluu',
    'tim kiem da luu': 'daluu',
    'điều mình nhờ tìm': 'daluu',
    'saved searches': 'daluu',
  },
  wordings,
  presses: { bao: pressedAlert, sw: pressed },
  profile: async (context) => {
    const wishes = await savedWishesOf(context.tx, context.learnerId);
    if (wishes.length === 0) return { lines: [], choices: [] };
    return { lines: [context.t('profile-saved-wishes', { count: wishes.length })], choices: [listChoice(context)] };
  },
  help: ['help-daluu'],
};
