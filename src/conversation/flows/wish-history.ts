import { forgetEveryWish, forgetWish, recentWishes } from '../../discovery/index.ts';
import { forgetUnmet } from '../../insights/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { DialogueState } from '../state.ts';
import { day, localDate } from '../words/format.ts';
import { wishInWords } from '../words/wish.ts';
import { say } from './small-talk.ts';

/** Searches that are listed. */
const shown = 10;

/** What was searched for lately, each to be removed, or all. */
async function history(context: TurnContext, before?: string): Promise<Answer> {
  const { t, tx, learnerId, locale, timezone } = context;
  const wishes = await recentWishes(tx, learnerId, shown);
  const said = before === undefined ? [] : [before];
  if (wishes.length === 0) return say(context, [...said, t('history-empty')].join('\n\n'));
  const words = wishes.map((wish) => wishInWords(t, locale, wish) || t('history-anything'));
  const lines = wishes.map((wish, position) =>
    t('history-line', { wish: words[position] ?? '', date: day(localDate(wish.at, timezone)) }),
  );
  const text = [...said, [t('history-title'), ...lines].join('\n'), t('history-why')].join('\n\n');
  return say(context, text, [
    context.offer('wh', ['all'], t('choice-history-all')),
    ...wishes.map((wish, position) =>
      context.offer('wh', ['one', wish.id.toString(36)], t('choice-history-one', { wish: words[position] ?? '' })),
    ),
  ]);
}

async function pressed(context: TurnContext, [what, argument]: readonly string[]): Promise<Answer> {
  const { t, tx, learnerId } = context;
  if (what === 'one') {
    const isGone = await forgetWish(tx, learnerId, Number.parseInt(argument ?? '', 36) || 0);
    if (isGone) await forgetUnmet(tx, learnerId);
    return inPlace(await history(context, isGone ? t('history-one-removed') : undefined));
  }
  if (what !== 'all') return history(context);
  await forgetEveryWish(tx, learnerId);
  await forgetUnmet(tx, learnerId);
  // What follow-ups would refine is a search as well.
  const { search: _search, missed: _missed, why: _why, lastText: _text, ...state } = context.state;
  return inPlace(say({ ...context, state: state satisfies DialogueState }, t('history-all-removed')));
}

function listChoice(context: TurnContext): Choice {
  return context.offer('wh', ['list'], context.t('choice-history'));
}

/** The history of searches: seen and removed from `/toi`. */
export const wishHistoryFeature: Feature = {
  commands: { lichsu: (context) => history(context), history: (context) => history(context) },
  phrases: {
    'lịch sử tìm': 'lichsu',
    'lich su tim': 'lichsu',
    'lịch sử tìm kiếm': 'lichsu',
    'lich su tim kiem': 'lichsu',
    'search history': 'lichsu',
  },
  presses: { wh: pressed },
  profile: async (context) => {
    const [last] = await recentWishes(context.tx, context.learnerId, 1);
    return { lines: [], choices: last === undefined ? [] : [listChoice(context)] };
  },
};
