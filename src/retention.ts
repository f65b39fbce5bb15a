import { deleteOldLoans, deleteOldPlaceReports, dropReporters, loanKeptDays } from './access/index.ts';
import { decidedKeptDays, deleteOldApplications, undecidedKeptDays } from './applications/index.ts';
import { deleteOldImportReports } from './catalogue/index.ts';
import { chatKeptDays, deleteOldFailures, deleteOldTurns, forgetDayAnswers } from './conversation/index.ts';
import type { Database, Queryable } from './database/index.ts';
import { deleteOldBatchRows, deleteOldDeliveries } from './delivery/index.ts';
import { deleteOldInteractions } from './discovery/index.ts';
import { deleteOldActs, deleteOldLinks, deleteOldReports } from './freshness/index.ts';
import { deleteOldCaseTexts } from './inbox/index.ts';
import { deleteOldMembers } from './insights/index.ts';
import { deleteOldAskings, deleteOldProofs } from './learners/index.ts';
import {
  deleteEndedMemberships,
  deleteEndedTeachings,
  deleteOldAnswers,
  deleteOldInvitations,
} from './learning/index.ts';
import {
  deleteOldEligibilityAnswers,
  deleteOldMarks,
  eligibilityKeptDays,
  markKeptDays,
} from './opportunities/index.ts';
import { deleteOldCalm } from './outreach/index.ts';
import { deleteOldSessions } from './staff/index.ts';
import {
  deleteOldGaps,
  deleteOldMedia,
  deleteOldQuestions,
  deleteOldRecords,
  deleteOldSummaries,
} from './tutor/index.ts';

/** Days for which the proof of a consent outlives it, once its learner is erased: about as long as somebody may ask for it. */
export const proofKeptDays = 3 * 365;

/** Days for which leaving a class, or being taken out of it, can be taken back; of who learns in it and of who runs it. */
const membershipKeptDays = 30;

/** Days for which a question without an answer waits for a lesson since it was asked last. */
const gapKeptDays = 365;

/** Days for which it is known what was done with courses, which recommendation learns from: two rounds of a year's courses. */
const interactionKeptDays = 2 * 365;

/** Days for which it is known that somebody asked a model, so that the limits of a day can be counted. */
const questionKeptDays = 2;

/** Days for which it is known that somebody sent a voice message or a picture, so that the limit of a day can be counted. */
const mediaKeptDays = 1;

/** Days for which a report about a course or place, what was decided by it, and a link that works no more are kept. */
const reportKeptDays = 180;
const actKeptDays = 30;

/** Days after its end for which it is known who is in the figures of a year: an answer may still come to what was written in it. */
const memberKeptDays = 100;

/** Days for which it is known what an import changed. */
const importReportKeptDays = 365;

const day = 86_400_000;

type Deleting = (db: Queryable, limit: number) => Promise<{ deleted: number }>;

/** What has to go at a time, in the order in which it can. */
function due(now: Date): Readonly<Record<string, Deleting>> {
  const chats = new Date(now.getTime() - chatKeptDays * day);
  const proofs = new Date(now.getTime() - proofKeptDays * day);
  return {
    deliveries: (db, limit) => deleteOldDeliveries(db, chats, limit),
    announcements: (db, limit) => deleteOldBatchRows(db, chats, limit),
    turns: (db, limit) => deleteOldTurns(db, chats, limit),
    caseTexts: (db, limit) => deleteOldCaseTexts(db, chats, limit),
    failures: (db, limit) => deleteOldFailures(db, chats, limit),
    askings: (db, limit) => deleteOldAskings(db, now, limit),
    proofs: (db, limit) => deleteOldProofs(db, proofs, limit),
    answers: (db, limit) => deleteOldAnswers(db, chats, limit),
    memberships: (db, limit) => deleteEndedMemberships(db, new Date(now.getTime() - membershipKeptDays * day), limit),
    calm: (db, limit) => deleteOldCalm(db, now, limit),
    teachings: (db, limit) => deleteEndedTeachings(db, new Date(now.getTime() - membershipKeptDays * day), limit),
    invitations: (db, limit) => deleteOldInvitations(db, now, limit),
    gaps: (db, limit) => deleteOldGaps(db, new Date(now.getTime() - gapKeptDays * day), limit),
    tutorQuestions: (db, limit) => deleteOldQuestions(db, new Date(now.getTime() - questionKeptDays * day), limit),
    tutorMedia: (db, limit) => deleteOldMedia(db, new Date(now.getTime() - mediaKeptDays * day), limit),
    tutorMessages: (db, limit) => deleteOldRecords(db, now, limit),
    tutorSummaries: (db, limit) => deleteOldSummaries(db, chats, limit),
    courseReports: (db, limit) => deleteOldReports(db, new Date(now.getTime() - reportKeptDays * day), limit),
    placeReports: (db, limit) => deleteOldPlaceReports(db, new Date(now.getTime() - reportKeptDays * day), limit),
    deviceLoans: (db, limit) => deleteOldLoans(db, new Date(now.getTime() - loanKeptDays * day), limit),
    networkMonths: (db) => dropReporters(db, now.toISOString().slice(0, 10)),
    courseActs: (db, limit) => deleteOldActs(db, new Date(now.getTime() - actKeptDays * day), limit),
    confirmLinks: (db, limit) => deleteOldLinks(db, new Date(now.getTime() - actKeptDays * day), limit),
    importReports: (db, limit) =>
      deleteOldImportReports(db, new Date(now.getTime() - importReportKeptDays * day), limit),
    interactions: (db, limit) => deleteOldInteractions(db, new Date(now.getTime() - interactionKeptDays * day), limit),
    applications: (db, limit) => {
      const before = (days: number) => new Date(now.getTime() - days * day);
      return deleteOldApplications(db, { decided: before(decidedKeptDays), made: before(undecidedKeptDays) }, limit);
    },
    eligibilityAnswers: (db, limit) =>
      deleteOldEligibilityAnswers(db, new Date(now.getTime() - eligibilityKeptDays * day), limit),
    offerMarks: (db, limit) => deleteOldMarks(db, new Date(now.getTime() - markKeptDays * day), limit),
    eligibilityOfDay: (db, limit) => forgetDayAnswers(db, now, limit),
    figureMembers: (db, limit) => deleteOldMembers(db, new Date(now.getTime() - memberKeptDays * day), limit),
    sessions: (db, limit) => deleteOldSessions(db, now, limit),
  };
}

/**
 * Deletes what has been kept long enough, in small statements so that no lock is held long, until nothing is due. Returns how many rows
 * of each kind. One run deletes `batch` times `batches` of a kind at most: the next goes on.
 */
export async function deleteOld(
  database: Database,
  now: Date,
  { batch = 1000, batches = 200 }: { readonly batch?: number; readonly batches?: number } = {},
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [kind, deleteSome] of Object.entries(due(now))) {
    counts[kind] = 0;
    for (let run = 0; run < batches; run++) {
      const { deleted } = await deleteSome(database.db, batch);
      counts[kind] += deleted;
      if (deleted < batch) break;
    }
  }
  return counts;
}
