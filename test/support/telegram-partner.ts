import { expect } from 'vitest';
import type { InboundContent } from '../../src/message/index.ts';
import { wardByCode } from '../../src/places/index.ts';
import type { BotApplication } from './bot-application.ts';
import type { DialoguePartner, SeenReply } from './dialogue.ts';
import { cardChoices, numberedLines } from './shown-courses.ts';
import type { BotMessage, Person, ScriptedTelegram, SeenButton, Update } from './telegram/index.ts';

/**
 * A person on Telegram: what they do reaches the webhook, what they see comes from the scripted platform. An answer is a
 * new message or one that was changed in its place.
 */
export function telegramPartner(application: BotApplication, server: ScriptedTelegram): DialoguePartner {
  const person = server.person();
  const shown = new Map<number, string>();
  const earlier = new Map<string, { readonly update: Update; readonly seen: readonly SeenReply[] }>();
  const fresh = (): BotMessage[] => {
    const changed = person.received.filter((message) => shown.get(message.id) !== looks(message));
    for (const message of changed) shown.set(message.id, looks(message));
    return changed;
  };
  return {
    async later() {
      await application.settled();
      return fresh().map(seenReply);
    },
    async send(content, key) {
      const before = earlier.get(key);
      const update = before?.update ?? act(person, content);
      expect((await application.post('telegram', update)).status).toBe(200);
      await application.settled();
      const changed = fresh();
      if (before !== undefined) {
        expect(changed, 'what a repeated update brings').toEqual([]);
        return before.seen;
      }
      const seen = changed.map(seenReply);
      earlier.set(key, { update, seen });
      return seen;
    },
  };
}

/** The middle of Hà Nội. */
const farAway = { latitude: 21.0278, longitude: 105.8342 };

function looks({ text, rows }: BotMessage): string {
  return JSON.stringify([text, rows]);
}

function act(person: Person, content: InboundContent): Update {
  switch (content.kind) {
    case 'text':
      return person.send(content.text);
    case 'start':
      return person.start(content.parameter);
    case 'choice':
      return person.press(content.choice).update;
    case 'unsupported':
      if (content.what === 'sticker') return person.sendSticker();
      return content.what === 'voice' ? person.sendVoice() : person.sendPhoto();
    case 'media':
      return content.what === 'voice' ? person.sendVoice() : person.sendPhoto();
    case 'tutor':
    case 'heard':
      throw new Error('What the tutor says, or what was heard, is sent by nobody.');
    case 'place': {
      const { latitude, longitude } = wardByCode(content.ward ?? '') ?? farAway;
      return person.shareLocation(latitude, longitude);
    }
  }
}

function seenReply({ text, buttons, photo }: BotMessage): SeenReply {
  return {
    text,
    courses: numberedLines(text).flatMap(({ course }) => course ?? []),
    choices: buttons.map((button) => ({
      id: button.data ?? '',
      label: labelOf(button),
      ...(button.url === undefined ? {} : { url: button.url }),
    })),
    // The scripted platform takes no upload that is no picture.
    ...(photo?.file === undefined ? {} : { picture: true }),
  };
}

/** A course's buttons stand in its row under its number, "2. Lưu"; elsewhere that choice is called "Lưu 2". */
function labelOf({ label }: SeenButton): string {
  const [, number, words] = /^(\d)\. (.+)$/u.exec(label) ?? [];
  return cardChoices.find(({ short }) => short === words)?.long(Number(number)) ?? label;
}
