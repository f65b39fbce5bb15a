import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured, under the names that /metrics shows. */
export interface Metrics {
  readonly registry: Registry;
  readonly turns: Counter<'channel' | 'kind'>;
  readonly turnSeconds: Histogram<'channel'>;
  readonly turnFailures: Counter<'channel'>;
  readonly jobRuns: Counter<'job' | 'count'>;
  readonly jobSeconds: Histogram<'job'>;
  readonly coursesIndexed: Gauge;
  readonly inboxCases: Gauge<'status'>;
  readonly inboxOldestWaitingSeconds: Gauge;
  readonly deliveries: Counter<'channel' | 'ending'>;
  readonly broadcastsPending: Gauge;
  readonly learningReminderLagSeconds: Gauge;
  readonly planUse: Gauge<'channel' | 'of'>;
  readonly tutorAnswers: Counter<'outcome'>;
  readonly mediaHandled: Counter<'outcome'>;
  readonly tutorSeconds: Histogram;
  readonly tutorRefused: Counter<'rule'>;
  readonly tutorBudgetShare: Gauge;
  readonly tutorModeration: Counter<'of' | 'outcome'>;
  readonly tutorModerationOn: Gauge;
}

/** A registry of its own, so that two programs in one process (tests) do not share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    turns: new Counter({
      name: 'ban_hoc_turns_total',
      help: 'Messages answered, by channel and how the turn ended.',
      labelNames: ['channel', 'kind'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'ban_hoc_turn_seconds',
      help: 'Time from taking a message to its committed answer, waiting included.',
      labelNames: ['channel'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    turnFailures: new Counter({
      name: 'ban_hoc_turn_failures_total',
      help: 'Attempts of turns that failed by our own fault.',
      labelNames: ['channel'],
      registers,
    }),
    jobRuns: new Counter({
      name: 'ban_hoc_job_count_total',
      help: 'What background jobs did, by job and kind of count.',
      labelNames: ['job', 'count'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'ban_hoc_job_seconds',
      help: 'Duration of one run of a background job.',
      labelNames: ['job'],
      buckets: [0.001, 0.01, 0.1, 1, 10, 60],
      registers,
    }),
    deliveries: new Counter({
      name: 'ban_hoc_deliveries_total',
      help: 'Messages handed to a platform, by channel and how that ended.',
      labelNames: ['channel', 'ending'],
      registers,
    }),
    learningReminderLagSeconds: new Gauge({
      name: 'ban_hoc_learning_reminder_lag_seconds',
      help: 'How long the learner who waits longest for a reminder to learn has been due; 0 when nobody is.',
      registers,
    }),
    planUse: new Gauge({
      name: 'ban_hoc_plan_use',
      help: 'What is used of a bot plan: messages this month, people.',
      labelNames: ['channel', 'of'],
      registers,
    }),
    broadcastsPending: new Gauge({
      name: 'ban_hoc_broadcasts_pending',
      help: 'Announcements that wait to be sent or are under way.',
      registers,
    }),
    inboxCases: new Gauge({
      name: 'ban_hoc_inbox_cases',
      help: 'Cases of residents that are not closed, by status.',
      labelNames: ['status'],
      registers,
    }),
    inboxOldestWaitingSeconds: new Gauge({
      name: 'ban_hoc_inbox_oldest_unanswered_seconds',
      help: 'Age of the oldest words of a resident that no member of staff has answered; 0 when there are none.',
      registers,
    }),
    coursesIndexed: new Gauge({
      name: 'ban_hoc_courses_indexed',
      help: 'Courses in the search index of this process.',
      registers,
    }),
    tutorAnswers: new Counter({
      name: 'ban_hoc_tutor_answers_total',
      help: 'Questions to the tutor with a model, by how they were answered: model, graded (an answer to an item), or why the lessons answered.',
      labelNames: ['outcome'],
      registers,
    }),
    mediaHandled: new Counter({
      name: 'ban_hoc_media_total',
      help: 'Voice messages and pictures for an endpoint, by how they were understood: understood, or why not.',
      labelNames: ['outcome'],
      registers,
    }),
    tutorSeconds: new Histogram({
      name: 'ban_hoc_tutor_seconds',
      help: 'From a question to the tutor with a model to its answer.',
      buckets: [0.5, 1, 2, 3, 5, 8, 12, 16, 20, 25, 30],
      registers,
    }),
    tutorRefused: new Counter({
      name: 'ban_hoc_tutor_drafts_refused_total',
      help: 'Rules that drafts of the model broke.',
      labelNames: ['rule'],
      registers,
    }),
    tutorBudgetShare: new Gauge({
      name: 'ban_hoc_tutor_budget_share',
      help: "Share of the day's budget for models that is spent or set aside.",
      registers,
    }),
    tutorModeration: new Counter({
      name: 'ban_hoc_tutor_moderation_total',
      help: 'Texts that a moderation model was asked about: questions and drafts, by what it said or why it did not.',
      labelNames: ['of', 'outcome'],
      registers,
    }),
    tutorModerationOn: new Gauge({
      name: 'ban_hoc_tutor_moderation_on',
      help: 'Whether a moderation model reads along: 0 without one, and when its endpoint has none.',
      registers,
    }),
  };
}
