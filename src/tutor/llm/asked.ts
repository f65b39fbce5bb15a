import { fold } from '../../text/index.ts';

const reasons =
  /(?:^| )(?:tai sao|vi sao|sao (?:lai|phai|ho|no|minh|khong|bi|cho)|sao vay|la gi|la sao|nghia la|giai thich|noi ro|noi them|khac nhau|khac gi|lam sao|the nao|nhu nao|why|explain|what is|what does|how does|how do|difference)(?: |$)/;

/** Whether somebody wants something explained, so that an answer may be longer and must rest on the lesson. */
export function asksForReasons(asked: string): boolean {
  return reasons.test(wordsOf(asked));
}

const ai =
  /(?:^| )(?:ban|em|day|ben kia|ben do|ai day) (?:co phai )?(?:la )?(?:nguoi that|con nguoi|nguoi hay may|may hay nguoi|robot|bot|ai hay|chatgpt|tri tue nhan tao|may ha)|(?:^| )(?:nguoi that|con bot|robot|ai) (?:phai khong|ha|hay|day ha|dang tra loi)|are you (?:a |an )?(?:human|person|real|bot|robot|ai|machine)|(?:is this|am i talking to) (?:a |an )?(?:human|person|bot|robot|ai|machine)/;

/** Whether somebody wants to know if they talk to a person. */
export function asksWhetherAi(asked: string): boolean {
  return ai.test(wordsOf(asked));
}

function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
