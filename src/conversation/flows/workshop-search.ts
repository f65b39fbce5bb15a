import type { Answer, TurnContext } from '../context.ts';
import { searchPreferring } from './search.ts';
import { allChoice } from './workshop-standing.ts';
import { findWorkshops, listWorkshops } from './workshops.ts';

/**
 * "Có hội thảo nào về Zalo cho người già không": workshops where some are about it, also on other days; where none is, that is said and the
 * courses on it are shown, so that nobody is left with nothing.
 */
export async function wishForWorkshop(context: TurnContext, said: string): Promise<Answer> {
  const { wish, found } = await findWorkshops(context, said, 'all');
  const isOfSubject = wish.terms.length > 0;
  const isKnown = found.length > 0 || !isOfSubject || (await isTopicOfAny(context, wish.topic));
  if (isKnown) return listWorkshops(context, { said, filter: 'all', offset: 0 });
  const courses = await searchPreferring(context, context.finder.understand(wish.said));
  const [first, ...rest] = courses.messages;
  if (first === undefined) return courses;
  const none = context.t('workshops-none-fit', {
    topic: wish.topic === '' ? wish.said : wish.topic,
    conditions: 'none',
  });
  return {
    ...courses,
    messages: [
      { ...first, text: [`${none}\n`, ...first.text], choices: [...first.choices, allChoice(context)] },
      ...rest,
    ],
  };
}

/** Whether any workshop is about it, whenever and wherever. */
async function isTopicOfAny(context: TurnContext, topic: string): Promise<boolean> {
  return topic !== '' && (await findWorkshops(context, topic, 'all')).found.length > 0;
}
