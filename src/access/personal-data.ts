import { sql } from 'drizzle-orm';
import {
  type KeyedTable,
  mergeKeyedRows,
  moveRows,
  type PersonalDataOwner,
  returnRows,
  unmergeKeyedRows,
} from '../learners/index.ts';
import { forgetReporter, weakNetworkOf } from './network-report.ts';

const reports: KeyedTable = {
  table: 'place_report',
  key: ['place_id'],
  newest: 'reported_at',
  stillValid: sql`exists (select 1 from place where place.id = came.place_id)`,
};

/** The account of a learner who is its own person, in a statement; of a relative none. */
const accountOf = (learnerId: number) =>
  sql`(select account_id from learner where id = ${learnerId} and relation = 'self')`;

export const accessPersonalData: PersonalDataOwner = {
  tables: ['place_report', 'device_loan', 'device_loan_told'],
  async exportLearner(tx, learnerId) {
    const reported = await tx.execute(sql`
      select place.public_id as place, place.name, reasons, words, reported_at, outcome, settled_at as decided_at, told_at
      from place_report join place on place.id = place_id where learner_id = ${learnerId} order by reported_at`);
    const loans = await tx.execute(sql`
      select place.public_id as place, place.name, device, state, call_name, loan.phone, asked_at, offer_until, lent_at, due_on, extended_at, ended_at
      from device_loan as loan join device_stock as stock on stock.id = stock_id join place on place.id = place_id
      where learner_id = ${learnerId} order by loan.id`);
    const told = await tx.execute(sql`
      select device, kind, told.told_at
      from device_loan_told as told join device_loan as loan on loan.id = loan_id join device_stock as stock on stock.id = stock_id
      where learner_id = ${learnerId} order by told.told_at`);
    const counted = await weakNetworkOf(tx, accountOf(learnerId));
    return {
      place_report: reported.rows,
      device_loan: loans.rows,
      device_loan_told: told.rows,
      // It refers to nobody: only who can be found by the hash of the running month has rows.
      ...(counted.length === 0 ? {} : { network_reporter: counted }),
    };
  },
  /** A device that is still out stays counted as lent, without anybody's name, until it is back. */
  async eraseLearner(tx, learnerId) {
    await forgetReporter(tx, accountOf(learnerId));
    await tx.execute(sql`delete from place_report where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from device_loan where learner_id = ${learnerId} and state <> 'lent'`);
    await tx.execute(sql`
      delete from device_loan_told where loan_id in (select id from device_loan where learner_id = ${learnerId})`);
    await tx.execute(sql`
      update device_loan set learner_id = null, call_name = null, phone = null where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    return {
      ...(await mergeKeyedRows(tx, reports, from, into)),
      ...(await moveRows(tx, 'device_loan', from, into)),
    };
  },
  async unmergeLearners(tx, moved, from, into) {
    await unmergeKeyedRows(tx, moved, reports, from, into);
    await returnRows(tx, moved, 'device_loan', from, into);
  },
};
