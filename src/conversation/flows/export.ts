import { exportAccountData } from '../../learners/index.ts';
import type { OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { eraseChoice } from './erase.ts';
import { say } from './small-talk.ts';

/** `/dulieu`: a short-lived link to everything held, as a page to read that has the same as a file. */
async function exportData(context: TurnContext): Promise<Answer> {
  const { t, tx, accountId } = context;
  const data = await exportAccountData(tx, context.personalData, accountId);
  const count = Object.values(data).reduce((sum, rows) => sum + rows.length, 0);
  const url = context.links.export(context.conversationId, context.now);
  if (url !== undefined) {
    return say(context, t('data-ready', { count }), [
      context.offer('export', [], t('choice-see-data'), { url: context.locale === 'en' ? `${url}?lang=en` : url }),
      eraseChoice(context),
    ]);
  }
  if (!context.capabilities.files) return say(context, t('data-no-way', { count }), [eraseChoice(context)]);
  const message: OutboundMessage = {
    text: [t('data-file', { count })],
    choices: [eraseChoice(context)],
    file: 'export',
  };
  return { messages: [message], state: context.state };
}

export const exportFeature: Feature = {
  commands: { dulieu: exportData, mydata: exportData },
  phrases: { 'dữ liệu của tôi': 'dulieu', 'du lieu cua toi': 'dulieu', 'my data': 'dulieu' },
  presses: { export: exportData },
  profile: async (context) => ({ lines: [], choices: [context.offer('export', [], context.t('choice-export'))] }),
  help: ['help-dulieu'],
};
