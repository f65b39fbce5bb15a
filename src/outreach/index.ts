export { type Audience, audienceSchema, type UnclearWard, wardNames } from './audience.ts';
export { type Broadcast, type BroadcastContent, type BroadcastStatus, shownStatuses } from './broadcast.ts';
export { announcementOfBroadcast, openLink, sentBroadcast, vote } from './broadcast-answers.ts';
export type { BroadcastChange } from './broadcast-change.ts';
export { type BroadcastDesk, createBroadcastDesk } from './broadcast-desk.ts';
export type { AudienceEstimate } from './broadcast-estimate.ts';
export { broadcastLimits, cleanLine, cleanText, isLinkAddress, isOfLength, isPlain } from './broadcast-fields.ts';
export { runBroadcasts } from './broadcast-job.ts';
export type { ReceiptPage } from './broadcast-receipt.ts';
export type { BroadcastActor, BroadcastOutcome, BroadcastRefusal } from './broadcast-steps.ts';
export { calmStatements, deleteOldCalm } from './calm.ts';
export { rules } from './due.ts';
export { followUpAnswered } from './follow-up.ts';
export { dueLearners, firstPlace, lookAt } from './learning-look.ts';
export {
  type LearningReminderCounts,
  type LearningRemindersOptions,
  learnersAtOnce,
  remindToLearn,
} from './learning-reminders.ts';
export type { AddressedLetter, DeadlineNews, LearningLetter, Letter, PostLetter, WishNews } from './letter.ts';
export { outcomeWords } from './outcome-words.ts';
export { outreachPersonalData } from './personal-data.ts';

export { allowedFromOf, isQuiet, minutesLeft, nearestAllowed, type QuietHours } from './quiet-hours.ts';

export { reminderHourOf, setReminderHour } from './reminder-hour.ts';
export type { LearningNews, ReminderTemplate } from './reminder-templates.ts';
export { type ReminderCounts, type RemindersOptions, sendReminders } from './reminders.ts';
export { learnt, type RhythmTime, reminderAnswered, remindersAgreed, snooze } from './rhythm.ts';
export { emergencyReasons } from './schema.ts';
export { watchStarts } from './start-watch.ts';
