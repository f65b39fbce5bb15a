import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Choice ids describe their own action and carry a proof that this conversation was offered them, so that no table of
 * offered choices is needed, an id of another conversation or a made-up one is refused, and an old one is recognised
 * for as long as anybody keeps the message. All within 64 ASCII bytes:
 *
 *   <action>[.<argument>…]~<proof>          d.7ps~Jm1xkQ2a
 *
 * The proof is the first 48 bits of HMAC-SHA256 over the conversation and the action: guessing one online takes 2^47
 * tries on average, and a hit would do no more than a button press of one's own.
 */
const actions = {
  details: 'd',
  save: 's',
  unsave: 'u',
  dismiss: 'n',
  undismiss: 'y',
  similar: 'm',
  picture: 'i',
  report: 'r',
  report_reason: 'w',
  open: 'g',
  more: 'p',
  narrow: 'f',
  topic: 't',
  language: 'l',
  saved: 'v',
  profile: 'o',
  /** Of a feature: the first argument is the code of the feature's press. */
  feature: 'a',
  help: 'h',
  list: 'b',
  forget: 'q',
  plain: 'z',
} as const;

export type ChoiceAction = keyof typeof actions;

/** A pressed or offered choice; arguments are ASCII without dots. */
export interface ChoiceEvent {
  readonly action: ChoiceAction;
  readonly args: readonly string[];
}

const actionsByCode = new Map<string, ChoiceAction>(
  Object.entries(actions).map(([name, code]) => [code, name as ChoiceAction]),
);

function proof(secret: string, conversationId: number, body: string): string {
  return createHmac('sha256', secret).update(`${conversationId}|${body}`).digest('base64url').slice(0, 8);
}

/** The id to offer in a conversation. */
export function choiceId(secret: string, conversationId: number, event: ChoiceEvent): string {
  const body = [actions[event.action], ...event.args].join('.');
  return `${body}~${proof(secret, conversationId, body)}`;
}

/** What a pressed id means, or undefined when this conversation was never offered it. */
export function readChoiceId(secret: string, conversationId: number, id: string): ChoiceEvent | undefined {
  const cut = id.lastIndexOf('~');
  if (cut < 1) return undefined;
  const body = id.slice(0, cut);
  const given = Buffer.from(id.slice(cut + 1));
  const expected = Buffer.from(proof(secret, conversationId, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [code, ...args] = body.split('.');
  const action = actionsByCode.get(code ?? '');
  return action && { action, args };
}
