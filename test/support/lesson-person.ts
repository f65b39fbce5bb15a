import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import { askedIn, type Lessons, type Question, standingOf } from '../../src/learning/index.ts';
import {
  type ChannelName,
  type InboundContent,
  messageAsPlainText,
  type OutboundMessage,
} from '../../src/message/index.ts';
import type { TestApplication } from './application.ts';

/** Somebody who learns on a channel, and knows every answer. */
export interface LessonPerson {
  /** Bytes of all that was said to them since it was last set to zero, with what can be chosen. */
  heard: { bytes: number; messages: number };
  say(text: string): Promise<readonly OutboundMessage[]>;
  /** Chooses by label, or by the position of the choice. */
  choose(choice: string | number): Promise<readonly OutboundMessage[]>;
  /** Goes on with the lesson that was begun until it is over; returns the items of earlier lessons that it asked. */
  finishLesson(): Promise<readonly string[]>;
  /** Answers what is due until nothing is; returns the items. */
  reviewAll(): Promise<readonly string[]>;
  learnerId(): Promise<number>;
}

export function lessonPerson(
  application: TestApplication,
  database: Database,
  lessons: Lessons,
  channel: ChannelName,
): LessonPerson {
  const chat = `lessons-${channel}`;
  let key = 0;
  let choices: OutboundMessage['choices'] = [];
  const heard = { bytes: 0, messages: 0 };

  async function send(content: InboundContent): Promise<readonly OutboundMessage[]> {
    const result = await application.conversations.takeTurn({
      channel,
      updateKey: String(key++),
      chat,
      person: chat,
      receivedAt: application.time.now,
      content,
    });
    if (result.kind !== 'answered') throw new Error(`The turn ended as ${result.kind}`);
    const messages = result.replies.map(({ message }) => message);
    choices = messages.flatMap((message) => message.choices);
    heard.messages += messages.length;
    for (const message of messages) {
      const labels = message.choices.map(({ label }) => label);
      heard.bytes += Buffer.byteLength([messageAsPlainText(message), ...labels].join('\n'));
    }
    return messages;
  }
  const say = (text: string) => send({ kind: 'text', text });
  const choose: LessonPerson['choose'] = (wanted) => {
    const at = typeof wanted === 'number' ? wanted : choices.findIndex(({ label }) => label === wanted);
    const choice = choices[at];
    if (choice === undefined)
      throw new Error(`${wanted} was not offered; there are ${choices.map(({ label }) => label).join(', ')}`);
    // Where there are no buttons, people type the number.
    return channel === 'zalo' ? say(String(at + 1)) : send({ kind: 'choice', choice: choice.id });
  };

  async function learnerId(): Promise<number> {
    const { rows } = await database.db.execute<{ learner_id: string }>(
      sql`select learner_id from conversation where channel = ${channel} and chat = ${chat}`,
    );
    return Number(rows[0]?.learner_id);
  }
  const answerRight = (question: Question) => {
    switch (question.kind) {
      case 'choice':
        return choose(question.options.findIndex(({ isRight }) => isRight));
      case 'number':
        return say(String(question.answer).replace('.', ','));
      case 'short':
        return say(question.accept[0] ?? '');
    }
  };

  return {
    heard,
    say,
    choose,
    learnerId,
    async finishLesson() {
      const reviewed: string[] = [];
      for (let steps = 0; steps < 30; steps++) {
        const { run } = await standingOf(
          database.db,
          lessons,
          await learnerId(),
          application.time.now,
          'Asia/Ho_Chi_Minh',
        );
        if (run === undefined) return reviewed;
        if (run.step.kind === 'review') reviewed.push(run.step.item);
        const asked = askedIn(lessons, run);
        await (asked === undefined ? choose(0) : answerRight(asked.question));
      }
      throw new Error('The lesson does not end.');
    },
    async reviewAll() {
      const reviewed: string[] = [];
      await say('/on');
      for (let steps = 0; steps < 60; steps++) {
        const { rows } = await database.db.execute<{
          question: { kind: string; data: { item: string; asking: { isVariant: boolean } } } | null;
        }>(sql`select state -> 'question' as question from conversation where channel = ${channel} and chat = ${chat}`);
        const question = rows[0]?.question;
        if (question?.kind !== 'review') {
          const { dueCount } = await standingOf(
            database.db,
            lessons,
            await learnerId(),
            application.time.now,
            'Asia/Ho_Chi_Minh',
          );
          if (dueCount === 0) return reviewed;
          await say('/on');
          continue;
        }
        const item = lessons.item(question.data.item)?.item;
        if (item === undefined) throw new Error('What is asked is no item.');
        reviewed.push(item.id);
        await answerRight(question.data.asking.isVariant ? item.variant : item.question);
      }
      throw new Error('The review does not end.');
    },
  };
}
