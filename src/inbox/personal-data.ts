import { sql } from 'drizzle-orm';
import { movedRows, moveRows, type PersonalDataOwner, returnRows, type StoredRow } from '../learners/index.ts';

/** The conversations of the account that a learner is the own learner of: what oneself asked there outlives a relative. */
const ownConversations = (learnerId: number) => sql`(
  select conversation.id from conversation join learner on learner.account_id = conversation.account_id
  where learner.id = ${learnerId} and learner.relation = 'self')`;

export const inboxPersonalData: PersonalDataOwner = {
  tables: ['inbox_case', 'inbox_message'],
  // Staff answer in the chat where it was asked.
  staysWithChat: true,
  async exportLearner(tx, learnerId) {
    const cases = await tx.execute(sql`
      select kind, status, course_id, course_title, reasons, grade ->> 'question' as question, case when chat_before_turn is null then 'question_only' else 'chat_shared' end as shares, consent_text_hash, opened_at,
        answered_at, closed_at, closed_by
      from inbox_case where learner_id = ${learnerId} order by id`);
    const messages = await tx.execute(sql`
      select inbox_case.kind, author, text, said_at from inbox_message join inbox_case on inbox_case.id = case_id
      where learner_id = ${learnerId} order by inbox_message.id`);
    return { inbox_case: cases.rows, inbox_message: messages.rows };
  },
  async eraseLearner(tx, learnerId) {
    const theirs = sql`
      select id from inbox_case where learner_id = ${learnerId}
        or conversation_id in ${ownConversations(learnerId)}`;
    await tx.execute(sql`delete from inbox_message where case_id in (${theirs})`);
    await tx.execute(sql`delete from inbox_case where id in (${theirs})`);
  },
  async mergeLearners(tx, from, into) {
    // Both reported the same course, or disagree about the same item, and both cases are open: the words of one go on in the other.
    const doubled = sql`
      select mine.id, theirs.id as kept from inbox_case as mine join inbox_case as theirs
        on theirs.kind = mine.kind and (theirs.course_id = mine.course_id or theirs.item = mine.item)
      where mine.learner_id = ${from} and theirs.learner_id = ${into} and mine.kind in ('wrong_information', 'grade')
        and mine.status <> 'closed' and theirs.status <> 'closed'`;
    const messages = await tx.execute<{ row: StoredRow }>(sql`
      select jsonb_build_object('id', inbox_message.id, 'case_id', case_id, 'request_key', request_key) as row
      from inbox_message join (${doubled}) as doubled on doubled.id = case_id`);
    await tx.execute(sql`
      update inbox_message set case_id = kept, request_key = null from (${doubled}) as doubled where case_id = doubled.id`);
    const cases = await tx.execute<{ row: StoredRow }>(sql`
      delete from inbox_case where id in (select id from (${doubled}) as doubled) returning to_jsonb(inbox_case) as row`);
    return {
      ...(await moveRows(tx, 'inbox_case', from, into)),
      inbox_case_doubled: { won: [], lost: cases.rows.map(({ row }) => row), replaced: [] },
      inbox_message_doubled: { won: [], lost: messages.rows.map(({ row }) => row), replaced: [] },
    };
  },
  async unmergeLearners(tx, moved, from, into) {
    await returnRows(tx, moved, 'inbox_case', from, into);
    const rowsOf = (name: string): string => JSON.stringify(movedRows(moved, name).lost);
    await tx.execute(sql`
      insert into inbox_case overriding system value
      select came.* from jsonb_populate_recordset(null::inbox_case, ${rowsOf('inbox_case_doubled')}::jsonb) as came
      on conflict do nothing`);
    await tx.execute(sql`
      update inbox_message set case_id = came.case_id, request_key = came.request_key
      from jsonb_populate_recordset(null::inbox_message, ${rowsOf('inbox_message_doubled')}::jsonb) as came
      where inbox_message.id = came.id and exists (select 1 from inbox_case where inbox_case.id = came.case_id)`);
    // What was asked since goes with the chat it was asked in; a report, or a doubt about an item, that its learner has open already stays where it is.
    for (const self of [from, into]) {
      await tx.execute(sql`
        update inbox_case set learner_id = ${self}
        where conversation_id in ${ownConversations(self)} and learner_id not in (
            select id from learner where account_id = (select account_id from learner where id = ${self}))
          and not exists (select 1 from inbox_case as open where open.learner_id = ${self}
            and open.kind = inbox_case.kind and (open.course_id = inbox_case.course_id or open.item = inbox_case.item)
            and open.status <> 'closed')`);
    }
  },
};
