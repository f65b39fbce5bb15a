import type { KeptWish } from '../../discovery/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { findWorkshops } from './workshops.ts';

/**
 * Where little or no course fits, a line that names how many coming workshops are about the same, and the way to them. Nothing is
 * looked up under a full list: there the line would only be in the way.
 */
export async function besideWorkshops(context: TurnContext, answer: Answer, wish: KeptWish): Promise<Answer> {
  const [first, ...rest] = answer.messages;
  if (first === undefined || wish.said === '') return answer;
  const { wish: read, found } = await findWorkshops(context, wish.said, 'all');
  if (read.terms.length === 0 || found.length === 0) return answer;
  const { t } = context;
  const line = t('workshops-found-beside', { count: found.length });
  const choice = context.offer('wsl', ['wish'], t('choice-workshops'));
  const message =
    first.courses === undefined
      ? { ...first, text: [...first.text, `\n\n${line}`] }
      : { ...first, footer: first.footer === undefined ? [line] : [line, '\n', ...first.footer] };
  return { ...answer, messages: [{ ...message, choices: [choice, ...first.choices] }, ...rest] };
}
