import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { statusesByKey } from '../delivery/index.ts';
import { regradeAttempt } from '../learning/index.ts';
import type { ChannelName } from '../message/index.ts';
import { noteAudit } from '../staff/index.ts';
import { answerOfKey, type NewAnswer, requestKey, storeAnswer } from './answer.ts';
import {
  type Case,
  type CaseFilter,
  type CaseMessage,
  countCases,
  type FoundCase,
  findCase,
  type InboxFigures,
  listCases,
  lockCase,
  messagesOfCase,
  type Scope,
} from './case.ts';
import { sendToPerson } from './send.ts';
import type { InboxWords } from './words.ts';

/** The member who acts: what they see, and whether a case that a colleague holds is theirs to release and close as well. */
export interface Actor {
  readonly staffId: number;
  readonly displayName: string | undefined;
  readonly scope: Scope;
  readonly mayOverrule: boolean;
}

/** A line of the chat that a person shared. */
export interface SharedLine {
  readonly from: 'person' | 'service';
  readonly text: string;
  readonly at: Date;
}

/** A case with all that was said in it. */
export interface CaseInFull {
  readonly case: Case;
  readonly messages: readonly (CaseMessage & { readonly delivery: string | undefined })[];
}

/** With the chat before the hand-over, while the case is open and if the person agreed. */
export interface CaseWithChat extends CaseInFull {
  readonly chat: readonly SharedLine[] | undefined;
}

/** Why something was not done. */
export type Refusal = 'not_found' | 'wrong_state' | 'claimed_by_other' | 'not_claimed' | 'key_reused';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

export interface DeskOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly words: InboxWords;
  /** The city's, whose days of learning are counted. */
  readonly timezone: string;
  /** What was said in a conversation before a turn and a moment, oldest first. */
  readonly chatBefore: (
    conversationId: number,
    before: { readonly turnId: number; readonly at: Date },
    limit: number,
  ) => Promise<readonly SharedLine[]>;
  /** Something for a channel was put into the outbox. */
  readonly onMessage: (channel: ChannelName) => void;
}

/** Lines of the chat that staff see: as many as the person was told. */
export const sharedLines = 20;

/** A hand-over in which nobody says anything for so long after an answer is over. */
const quietDays = 7;

/** Where staff work on cases. What changes something is noted in the audit, in the same transaction. */
export interface InboxDesk {
  list(actor: Actor, filter: CaseFilter): Promise<{ readonly cases: readonly Case[]; readonly figures: InboxFigures }>;
  /** A case in full. Undefined when the actor sees no such case. */
  show(actor: Actor, id: number): Promise<CaseInFull | undefined>;
  /** The same with the chat that the person shared; a look at one is noted in the audit, as is one at a case of danger. */
  read(actor: Actor, id: number): Promise<CaseWithChat | undefined>;
  /** Takes an open case; of two at once one gets it. One's own case again is no error. */
  claim(actor: Actor, id: number): Promise<Outcome>;
  /** Gives a claimed case back. */
  release(actor: Actor, id: number): Promise<Outcome>;
  /** Answers a case one holds. The same answer twice is one (`requestKey`). */
  answer(actor: Actor, id: number, answer: Words): Promise<Outcome>;
  /** Closes an open case or one that one holds; with words, they are its last answer and it must be held. */
  close(actor: Actor, id: number, words: Words | undefined): Promise<Outcome>;
  /**
   * Makes the answer of a `grade` that one holds right, tells its learner, with words of one's own below if there are any, and closes it.
   * Done once more it is no error.
   */
  regrade(actor: Actor, id: number, words: Words | undefined): Promise<Outcome>;
}

/** What a member says to the person. */
export interface Words {
  readonly text: string;
  readonly idempotencyKey: string | undefined;
}

/** What was said, answers with how their sending stands; what is older than the outbox keeps has no state. */
async function messagesOf(db: Queryable, caseId: number): Promise<CaseInFull['messages']> {
  const messages = await messagesOfCase(db, caseId);
  const answers = messages.filter(({ from }) => from === 'staff');
  const states = await statusesByKey(
    db,
    answers.map(({ id }) => `inbox:${id}`),
  );
  return messages.map((message) => ({ ...message, delivery: states.get(`inbox:${message.id}`) }));
}

async function closeByStaff(tx: Queryable, id: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update inbox_case set status = 'closed', closed_at = ${now}, closed_by = 'staff', waiting_since = null where id = ${id}`);
}

const done: Outcome = { ok: true };
const refused = (refusal: Refusal): Outcome => ({ ok: false, refusal });

export function createInboxDesk(options: DeskOptions): InboxDesk {
  const { database, clock, words: say, timezone } = options;

  /** Runs one step on a locked case; what it wrote goes out after the commit. */
  async function step(
    actor: Actor,
    id: number,
    work: (tx: Queryable, found: FoundCase, now: Date) => Promise<Outcome>,
  ): Promise<Outcome> {
    let channel: ChannelName | undefined;
    const outcome = await database.transaction(async (tx) => {
      const found = await lockCase(tx, actor.scope, id);
      if (found === undefined) return refused('not_found');
      channel = found.case.channel;
      return work(tx, found, clock());
    });
    if (outcome.ok && channel !== undefined) options.onMessage(channel);
    return outcome;
  }

  function note(
    tx: Queryable,
    actor: Actor,
    action: string,
    id: number,
    at: Date,
    detail: Readonly<Record<string, string | number | boolean>> = {},
  ): Promise<void> {
    return noteAudit(tx, {
      by: actor.staffId,
      action: `inbox.${action}`,
      subject: { kind: 'inbox_case', id },
      detail,
      at,
    });
  }

  /** Whether the actor may answer a case now. */
  function heldBy(actor: Actor, { status, claimedBy }: Case): Outcome {
    if (status === 'closed') return refused('wrong_state');
    if (status === 'open') return refused('not_claimed');
    return claimedBy?.id === actor.staffId ? done : refused('claimed_by_other');
  }

  /** Stores words once and sends them to the person; `repeated` when they were stored before. */
  async function speak(
    tx: Queryable,
    actor: Actor,
    { case: held, recipient }: FoundCase,
    { text, idempotencyKey }: Words,
    now: Date,
    closes: boolean,
  ): Promise<Outcome | 'repeated'> {
    const answer: NewAnswer = { staffId: actor.staffId, text, idempotencyKey };
    const key = await requestKey(tx, held.id, answer);
    const before = await answerOfKey(tx, held.id, key);
    if (before !== undefined) return before === text ? 'repeated' : refused('key_reused');
    const may = heldBy(actor, held);
    if (!may.ok) return may;
    const messageId = await storeAnswer(tx, held.id, answer, key, now);
    const message = say.answer(recipient, { text, name: actor.displayName, closes });
    await sendToPerson(tx, recipient, `inbox:${messageId}`, message, now);
    const quiet = new Date(now.getTime() + quietDays * 86_400_000);
    await tx.execute(sql`
      update inbox_case set waiting_since = null, answered_at = ${now},
        expires_at = case when kind = 'hand_over' then ${quiet}::timestamptz end
      where id = ${held.id}`);
    await note(tx, actor, 'answer', held.id, now, { message: messageId, characters: text.length });
    return done;
  }

  return {
    async list(actor, filter) {
      const cases = await listCases(database.db, actor.scope, filter);
      return { cases, figures: await countCases(database.db, actor.scope, filter.kind) };
    },
    async show(actor, id) {
      const found = await findCase(database.db, actor.scope, id);
      return found && { case: found.case, messages: await messagesOf(database.db, id) };
    },
    async read(actor, id) {
      const found = await findCase(database.db, actor.scope, id);
      if (found === undefined) return undefined;
      const messages = await messagesOf(database.db, id);
      if (found.case.kind === 'danger') await note(database.db, actor, 'read_danger', id, clock());
      const { chatBeforeTurn: turnId, recipient } = found;
      if (turnId === undefined || found.case.status === 'closed')
        return { case: found.case, messages, chat: undefined };
      await note(database.db, actor, 'read_chat', id, clock());
      const before = { turnId, at: found.case.openedAt };
      return {
        case: found.case,
        messages,
        chat: await options.chatBefore(recipient.conversationId, before, sharedLines),
      };
    },
    claim: (actor, id) =>
      step(actor, id, async (tx, { case: { status, claimedBy } }, now) => {
        if (status === 'closed') return refused('wrong_state');
        if (status === 'claimed') return claimedBy?.id === actor.staffId ? done : refused('claimed_by_other');
        await tx.execute(sql`
          update inbox_case set status = 'claimed', claimed_by = ${actor.staffId}, claimed_at = ${now} where id = ${id}`);
        await note(tx, actor, 'claim', id, now);
        return done;
      }),
    release: (actor, id) =>
      step(actor, id, async (tx, { case: { status, claimedBy } }, now) => {
        if (status !== 'claimed') return refused('wrong_state');
        if (claimedBy?.id !== actor.staffId && !actor.mayOverrule) return refused('claimed_by_other');
        await tx.execute(sql`
          update inbox_case set status = 'open', claimed_by = null, claimed_at = null where id = ${id}`);
        await note(tx, actor, 'release', id, now);
        return done;
      }),
    answer: (actor, id, words) =>
      step(actor, id, async (tx, found, now) => {
        const spoken = await speak(tx, actor, found, words, now, false);
        return spoken === 'repeated' ? done : spoken;
      }),
    close: (actor, id, words) =>
      step(actor, id, async (tx, found, now) => {
        const { status, claimedBy, kind } = found.case;
        const spoken = words && (await speak(tx, actor, found, words, now, true));
        if (spoken === 'repeated' && status === 'closed') return done;
        if (spoken !== undefined && spoken !== 'repeated' && !spoken.ok) return spoken;
        if (status === 'closed') return refused('wrong_state');
        const isFree = status === 'open' || claimedBy?.id === actor.staffId || actor.mayOverrule;
        if (!isFree) return refused('claimed_by_other');
        await closeByStaff(tx, id, now);
        // In a hand-over people were answering instead of the bot: who is left must know that it listens again.
        const isTold = spoken !== undefined && spoken !== 'repeated';
        if (!isTold && kind === 'hand_over')
          await sendToPerson(tx, found.recipient, `inbox:closed:${id}`, say.closed(found.recipient), now);
        // Who disagreed was promised to hear of it.
        if (!isTold && kind === 'grade')
          await sendToPerson(tx, found.recipient, `inbox:closed:${id}`, say.gradeKept(found.recipient), now);
        await note(tx, actor, 'close', id, now, { answered: isTold });
        return done;
      }),
    regrade: (actor, id, words) =>
      step(actor, id, async (tx, found, now) => {
        const { recipient, attemptId } = found;
        if (attemptId === undefined) return refused('wrong_state');
        const own = words === undefined ? '' : `\n${words.text}`;
        const text = `${say.rightAfterAll(recipient)}${own}`;
        const spoken = await speak(tx, actor, found, { text, idempotencyKey: words?.idempotencyKey }, now, true);
        if (spoken === 'repeated' && found.case.status === 'closed') return done;
        const may = spoken === 'repeated' ? heldBy(actor, found.case) : spoken;
        if (!may.ok) return may;
        const isChanged = await regradeAttempt(tx, attemptId, { now, timezone });
        await closeByStaff(tx, id, now);
        await note(tx, actor, 'regrade', id, now, { changed: isChanged });
        return done;
      }),
  };
}
