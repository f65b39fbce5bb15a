import type { Api } from 'grammy';
import { createTranslator } from '../../locales/index.ts';

/** The commands of the menu in the order people need them, each with its text; names are fixed. */
const commands = {
  vi: {
    tim: 'menu-find',
    goiy: 'menu-recommend',
    bai: 'menu-lesson',
    on: 'menu-review',
    tiendo: 'menu-progress',
    hoithao: 'menu-workshops',
    toi: 'menu-me',
    dung: 'menu-stop',
    nguoithat: 'menu-human',
    gopy: 'menu-feedback',
    ngonngu: 'menu-language',
    dulieu: 'menu-data',
    xoa: 'menu-delete',
    privacy: 'menu-privacy',
    giup: 'menu-help',
  },
  en: {
    find: 'menu-find',
    recommend: 'menu-recommend',
    lesson: 'menu-lesson',
    review: 'menu-review',
    progress: 'menu-progress',
    workshops: 'menu-workshops',
    me: 'menu-me',
    stop: 'menu-stop',
    human: 'menu-human',
    feedback: 'menu-feedback',
    language: 'menu-language',
    mydata: 'menu-data',
    delete: 'menu-delete',
    privacy: 'menu-privacy',
    help: 'menu-help',
  },
} as const;

/**
 * Sets the command menu and the bot's descriptions in both languages. Best effort: a platform that refuses is told
 * about in the log and changes no answer.
 */
export async function setCommandMenu(api: Api, onProblem: (error: unknown) => void): Promise<void> {
  for (const locale of ['vi', 'en'] as const) {
    const t = createTranslator(locale);
    const language = locale === 'vi' ? {} : { language_code: locale };
    const menu = Object.entries(commands[locale]).map(([command, key]) => ({ command, description: t(key) }));
    for (const call of [
      () => api.setMyCommands(menu, language),
      () => api.setMyDescription(t('bot-description'), language),
      () => api.setMyShortDescription(t('bot-short-description'), language),
    ]) {
      await call().catch(onProblem);
    }
  }
}
