import type { BlockedCode } from './chat.ts';
import type { IdleAnswer } from './poller.ts';
import type { Shape } from './shape.ts';

/** What a scripted Zalo can be told at its start. The shape of updates can be changed later. */
export interface ScriptedZaloOptions extends Partial<Shape> {
  readonly token?: string;
  /** Begins with "Bot", as the platform demands. */
  readonly botName?: string;
  /** The server's clock: dates, the quota's month, the rate. */
  readonly now?: () => Date;
  /** How an empty poll ends; 408 unless told otherwise. */
  readonly idleAnswer?: IdleAnswer;
  /** How long an empty poll waits, instead of the seconds it asks for. */
  readonly idlePollMs?: number;
  /** How long the webhook is left alone after a failed delivery. */
  readonly webhookBackoffMs?: number;
  /** How long the webhook may take to answer; 5 s unless told otherwise. */
  readonly webhookTimeoutMs?: number;
  /** Deliveries of an update before it is lost; the platform tells no figure, so without end. */
  readonly webhookAttempts?: number;
  /** Whether `setWebhook` first sends an empty request and tells what came of it. */
  readonly verifyWebhook?: boolean;
  readonly testWebhookPerDay?: number;
  /** Messages a month; without limit unless told. */
  readonly monthlyQuota?: number;
  /** Whether sends to unknown or blocked people use up quota as well. */
  readonly failedSendsCount?: boolean;
  /** People who can write; later ones are turned away. Without limit unless told. */
  readonly peopleLimit?: number;
  /** Whether the bot can write to people who never wrote; nobody has confirmed that it can. */
  readonly strangers?: 'refused' | 'reached';
  /** What sending to a person who has blocked the bot answers; 403 unless told otherwise. */
  readonly blockedErrorCode?: BlockedCode;
  /** Whether photos are really fetched; one that is no picture is then refused. */
  readonly fetchPhotos?: boolean;
}
