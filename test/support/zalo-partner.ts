import { expect } from 'vitest';
import type { InboundContent } from '../../src/message/index.ts';
import type { BotApplication } from './bot-application.ts';
import type { DialoguePartner, SeenReply } from './dialogue.ts';
import { cardChoices, type NumberedLine, numberedLines } from './shown-courses.ts';
import type { BotMessage, Person, ScriptedZalo, Update } from './zalo/index.ts';

/**
 * A person on Zalo, which has no buttons: choices are numbers to type, links stand in the text, and what can be done
 * with a course of a list is typed too ("lưu 2"). The id of a choice is what to type for it.
 */
export function zaloPartner(application: BotApplication, server: ScriptedZalo): DialoguePartner {
  const person = server.person();
  const earlier = new Map<string, { readonly update: Update; readonly seen: readonly SeenReply[] }>();
  let count = 0;
  const fresh = (): BotMessage[] => {
    const received = person.received.slice(count);
    count += received.length;
    return received;
  };
  return {
    async later() {
      await application.settled();
      return fresh().map(seenReply);
    },
    async send(content, key) {
      const before = earlier.get(key);
      const update = before?.update ?? act(person, content);
      expect((await application.post('zalo', update)).status).toBe(200);
      await application.settled();
      const received = fresh();
      if (before !== undefined) {
        expect(received, 'what a repeated update brings').toEqual([]);
        return before.seen;
      }
      const seen = received.map(seenReply);
      earlier.set(key, { update, seen });
      return seen;
    },
  };
}

function act(person: Person, content: InboundContent): Update {
  switch (content.kind) {
    case 'text':
      return person.send(content.text);
    case 'start':
      return person.send(`/start ${content.parameter ?? ''}`.trim());
    case 'choice':
      return person.send(content.choice);
    case 'unsupported':
      if (content.what === 'sticker') return person.sendSticker();
      if (content.what === 'voice') return person.sendVoice();
      return content.what === 'picture' ? person.sendPhoto() : person.sendUnsupported();
    case 'media':
      return content.what === 'voice' ? person.sendVoice() : person.sendPhoto();
    case 'tutor':
    case 'heard':
      throw new Error('What the tutor says, or what was heard, is sent by nobody.');
    case 'place':
      throw new Error('Zalo shares no place.');
  }
}

function seenReply({ text, photo }: BotMessage): SeenReply {
  const lines = numberedLines(text);
  const links = [...text.matchAll(/^(.+): (https?:\/\/\S+)$/gmu)];
  return {
    text,
    courses: lines.flatMap(({ course }) => course ?? []),
    choices: [...lines.flatMap(choicesOf), ...links.map(([, label = '', url = '']) => ({ id: '', label, url }))],
    ...(photo?.fetched?.isPicture === true ? { picture: true } : {}),
  };
}

const typed = {
  vi: { details: '', save: 'lưu ', open: 'mở ' },
  en: { details: '', save: 'save ', open: 'open ' },
} as const;

function choicesOf({ number, words, course }: NumberedLine): SeenReply['choices'] {
  if (course === undefined) return [{ id: String(number), label: words }];
  return cardChoices.map(({ action, locale, long }) => ({
    id: `${typed[locale][action]}${number}`,
    label: long(number),
  }));
}
