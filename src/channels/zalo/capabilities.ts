import type { ChannelCapabilities } from '../../message/index.ts';

/** What a bot of the Zalo Bot Platform can do, on its free plan. */
export const zaloCapabilities: ChannelCapabilities = {
  answers: 'by_sender',
  choices: 'numbers',
  location: false,
  edit: false,
  delete: false,
  together: true,
  pictures: true,
  files: false,
  textLimit: 2000,
  choiceIdLimit: 64,
  monthlyQuota: 3000,
  freeWindowHours: undefined,
};
