import type { ChannelCapabilities } from '../../message/index.ts';

/** What Telegram can do in a private chat (Bot API 10). */
export const telegramCapabilities: ChannelCapabilities = {
  answers: 'by_sender',
  choices: 'buttons',
  location: true,
  edit: true,
  delete: true,
  together: false,
  pictures: 'uploaded',
  files: true,
  textLimit: 4096,
  choiceIdLimit: 64,
  monthlyQuota: undefined,
  freeWindowHours: undefined,
};
