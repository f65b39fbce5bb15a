import type { Context } from 'hono';
import { z } from 'zod';
import { menuOf, messageAsPlainText, type OutboundMessage } from '../message/index.ts';
import { audienceSchema, type Broadcast, type BroadcastDesk, type BroadcastRefusal } from '../outreach/index.ts';
import { type Endpoint, rowId, staffEndpoint } from './endpoint.ts';

const channel = z.enum(['web', 'telegram', 'zalo']);
const locale = z.enum(['vi', 'en']);

/** What a message is on one channel, in one language. */
interface ShownMessage {
  readonly channel: z.output<typeof channel>;
  readonly locale: z.output<typeof locale>;
  readonly message: OutboundMessage;
  readonly choices: 'buttons' | 'numbers';
  readonly textLimit: number;
}

export interface BroadcastTrialsOptions {
  readonly broadcasts: BroadcastDesk;
  /** What people would see, on each channel and in each language. */
  readonly previews: (broadcast: Broadcast) => readonly ShownMessage[];
  /** What one writes to the bot to get a broadcast oneself. */
  readonly testMessage: (id: number) => string;
}

const estimate = z.object({
  recipients: z.int(),
  channels: z.object({ web: z.int(), telegram: z.int(), zalo: z.int() }),
  unreachable: z.int().describe('They fit and agreed, and cannot be told.'),
  without_consent: z.int().describe('They fit and do not agree to announcements.'),
  seconds: z.number().describe('How long it takes at the configured pace.'),
  zalo_left: z.int().nullable().describe('Messages of the Zalo plan that announcements may still use this month.'),
});

const preview = z.object({
  channel,
  locale,
  text: z.string().describe('All of it, the lines of the menu apart.'),
  length: z.int(),
  text_limit: z.int().describe('The longest text of one message there.'),
  choices: z.array(
    z.object({
      label: z.string(),
      url: z.string().optional(),
      number: z.int().optional().describe('What is typed to choose it, where there are no buttons.'),
    }),
  ),
});

const params = z.object({ id: rowId });

/** What can be known of a broadcast before anybody gets it. */
export function broadcastTrialEndpoints(
  { broadcasts, previews, testMessage }: BroadcastTrialsOptions,
  refused: (c: Context, refusal: BroadcastRefusal) => Response,
): readonly Endpoint[] {
  return [
    staffEndpoint('POST /api/v1/broadcasts/estimate', {
      summary: 'Whom an audience reaches right now; nothing is kept',
      body: z.strictObject({ audience: audienceSchema }),
      answers: { 200: { description: 'How many, where, and how long it takes', schema: estimate } },
      async handle({ c, body: { audience } }) {
        const counted = await broadcasts.estimate(audience);
        if ('ward' in counted) return refused(c, { kind: 'unclear_ward', ...counted });
        const { recipients, channels, unreachable, withoutConsent, seconds, zaloLeft } = counted;
        return c.json({
          recipients,
          channels,
          unreachable,
          without_consent: withoutConsent,
          seconds,
          zalo_left: zaloLeft ?? null,
        });
      },
    }),
    staffEndpoint('GET /api/v1/broadcasts/:id/preview', {
      summary: 'What people would see, on each channel and in each language',
      params,
      answers: { 200: { description: 'The very messages', schema: z.object({ previews: z.array(preview) }) } },
      async handle({ c, params: { id } }) {
        const found = await broadcasts.read(id);
        if (found === undefined) return refused(c, { kind: 'not_found' });
        return c.json({ previews: previews(found).map(shown) });
      },
    }),
    staffEndpoint('POST /api/v1/broadcasts/:id/test', {
      summary:
        'A line that shows it to whoever writes it to the bot: to try it on a phone of one’s own, counted nowhere',
      params,
      answers: {
        200: {
          description: 'What to write; good for at least 30 minutes',
          schema: z.object({ message: z.string() }),
        },
      },
      async handle({ c, params: { id } }) {
        const found = await broadcasts.read(id);
        return found === undefined ? refused(c, { kind: 'not_found' }) : c.json({ message: testMessage(id) });
      },
    }),
  ];
}

function shown({ message, choices, textLimit, ...where }: ShownMessage): z.output<typeof preview> {
  const text = messageAsPlainText(message);
  const numbers = new Map(choices === 'numbers' ? menuOf(message).map(({ id, number }) => [id, number]) : []);
  return {
    ...where,
    text,
    length: text.length,
    text_limit: textLimit,
    choices: message.choices.map(({ id, label, url }) => {
      const number = numbers.get(id);
      return { label, ...(url !== undefined && { url }), ...(number !== undefined && { number }) };
    }),
  };
}
