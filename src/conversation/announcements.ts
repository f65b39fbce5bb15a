import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import {
  announcementsOf,
  type StoredAnnouncement,
  type StoredMessage,
  type UnwrittenMessage,
  type WriteBatch,
} from '../delivery/index.ts';
import { type Profile, profileFacts, readProfile } from '../learners/index.ts';
import { createTranslator } from '../locales/index.ts';
import {
  type Announcement,
  type ChannelCapabilities,
  type ChannelName,
  type Choice,
  inLocale,
  type Locale,
  menuOf,
  type OutboundMessage,
} from '../message/index.ts';
import { announcementCode } from './announcement-code.ts';
import { choicesOf } from './choices.ts';
import { mannerOf, presentationOf } from './manner.ts';
import { lightened, withNumberHint } from './settle.ts';

export interface AnnouncementsOptions {
  readonly channels: Readonly<Record<ChannelName, ChannelCapabilities>>;
  readonly choiceSecret: string;
  /** The address of a link of an announcement, which counts that it was opened where people can reach us. */
  readonly announcementLink: (
    channel: ChannelName,
    link: { broadcastId: number; choice: number; url: string },
  ) => string;
}

/** Whom an announcement is written for. */
export interface Addressee {
  readonly conversationId: number;
  readonly channel: ChannelName;
  readonly locale: Locale;
  readonly profile: Profile;
  /** Staff try it: what is pressed counts nowhere and takes no seat. */
  readonly isTest?: true;
}

/** An announcement in the words and choices of one person's conversation. */
export function writeAnnouncement(
  options: AnnouncementsOptions,
  { conversationId, channel, locale, profile, isTest }: Addressee,
  announcement: Announcement,
): OutboundMessage {
  const { told } = profile;
  const t = createTranslator(locale, mannerOf(told));
  const offers = choicesOf(options.choiceSecret, conversationId);
  const offer: typeof offers.offer = (code, args, label) =>
    isTest
      ? offers.offer(announcementCode, ['t', ...(code === announcementCode ? args : [])], label)
      : offers.offer(code, args, label);
  const { broadcastId } = announcement;
  const id = broadcastId.toString(36);
  const choices = announcement.choices.map((choice, position): Choice => {
    const label = inLocale(choice.label, locale);
    if (choice.kind === 'answer') return offer(announcementCode, ['v', id, position.toString(36)], label);
    const link = { broadcastId, choice: position, url: choice.url };
    const url = isTest ? choice.url : options.announcementLink(channel, link);
    return { ...offer(announcementCode, ['l', id, position.toString(36)], label), url };
  });
  const message: OutboundMessage = {
    text: [inLocale(announcement.text, locale)],
    footer: [t('announcement-stop')],
    choices: [
      ...(announcement.workshop === undefined
        ? []
        : [registerChoice(offer, announcement.workshop, t('choice-register-workshop'))]),
      ...choices,
      offer(announcementCode, ['q', id], t('choice-ask-about')),
    ],
  };
  const shown = presentationOf(told).isLight ? lightened(message) : message;
  const isByNumber = options.channels[channel].choices === 'numbers' && menuOf(shown).length > 0;
  return isByNumber ? withNumberHint(shown, t) : shown;
}

/** The press that begins to register for a workshop, as the pages of workshops offer it. */
function registerChoice(offer: ReturnType<typeof choicesOf>['offer'], workshop: string, label: string): Choice {
  return offer('ws', ['r', workshop], label);
}

/** What is left of an announcement that was taken back. */
function withdrawnNote({ locale, profile }: Addressee): OutboundMessage {
  return { text: [createTranslator(locale, mannerOf(profile.told))('announcement-withdrawn')], choices: [] };
}

/** Writes the rows of batches that a sender has claimed, in one look at their conversations. */
export function createBatchWriter(db: Queryable, options: AnnouncementsOptions): WriteBatch {
  const known = new Map<string, StoredAnnouncement>();
  return async (rows) => {
    const keyOf = (row: { batchId: number; version: number }): string => `${row.batchId}:${row.version}`;
    const unknown = rows.filter((row) => !known.has(keyOf(row)));
    if (unknown.length > 0) {
      if (known.size > 1000) known.clear();
      const read = await announcementsOf(db, [...new Set(unknown.map(({ batchId }) => batchId))]);
      for (const row of unknown) {
        const announcement = read.get(row.batchId);
        if (announcement !== undefined) known.set(keyOf(row), announcement);
      }
    }
    const people = await addressees(
      db,
      rows.map(({ conversationId }) => conversationId),
    );
    const messages = new Map<number, OutboundMessage>();
    for (const row of rows) {
      const [stored, person] = [known.get(keyOf(row)), people.get(row.conversationId)];
      if (stored !== undefined && person !== undefined) messages.set(row.id, writeStored(options, person, stored));
    }
    return messages;
  };
}

function writeStored(options: AnnouncementsOptions, person: Addressee, stored: StoredAnnouncement): OutboundMessage {
  return stored.isWithdrawn ? withdrawnNote(person) : writeAnnouncement(options, person, stored.announcement);
}

/** Messages as they are shown later: those of batches are written now, as they read today. */
export async function written<Message extends StoredMessage | UnwrittenMessage>(
  db: Queryable,
  options: AnnouncementsOptions,
  messages: readonly Message[],
): Promise<(Message & StoredMessage)[]> {
  const unwritten = messages.filter((each): each is Message & UnwrittenMessage => each.message === undefined);
  if (unwritten.length === 0)
    return messages.filter((each): each is Message & StoredMessage => each.message !== undefined);
  const announcements = await announcementsOf(db, [...new Set(unwritten.map(({ batchId }) => batchId))]);
  const people = await addressees(db, [...new Set(unwritten.map(({ conversationId }) => conversationId))]);
  return messages.flatMap((each): (Message & StoredMessage)[] => {
    if (each.message !== undefined) return [each as Message & StoredMessage];
    const [stored, person] = [announcements.get(each.batchId), people.get(each.conversationId)];
    if (stored === undefined || person === undefined) return [];
    return [{ ...each, message: writeStored(options, person, stored) } as Message & StoredMessage];
  });
}

async function addressees(db: Queryable, conversationIds: readonly number[]): Promise<ReadonlyMap<number, Addressee>> {
  const { rows } = await db.execute<{ id: string; channel: ChannelName; locale: Locale | null; facts: unknown }>(sql`
    select id, channel, coalesce(locale, state ->> 'spoken') as locale, ${profileFacts(sql`conversation.learner_id`)} as facts
    from conversation where id = any(${sql.param([...conversationIds])}::bigint[])`);
  return new Map(
    rows.map(({ id, channel, locale, facts }) => [
      Number(id),
      { conversationId: Number(id), channel, locale: locale === 'en' ? 'en' : 'vi', profile: readProfile(facts) },
    ]),
  );
}
