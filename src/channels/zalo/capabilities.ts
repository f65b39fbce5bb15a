import type { ChannelCapabilities } from '../../message/index.ts';

/** What a bot of the Zalo Bot Platform can do, on its free plan. */
const capabilities: ChannelCapabilities = {
  answers: 'by_sender',
  choices: 'numbers',
  location: false,
  edit: false,
  delete: false,
  together: true,
  pictures: 'by_address',
  files: false,
  textLimit: 2000,
  choiceIdLimit: 64,
  monthlyQuota: 3000,
  freeWindowHours: undefined,
};

/** The same for a bot whose pictures Zalo can fetch, which takes an address that is open to the world, or cannot. */
export function zaloCapabilities(publicUrl: string | undefined): ChannelCapabilities {
  return publicUrl === undefined ? { ...capabilities, pictures: 'none' } : capabilities;
}
