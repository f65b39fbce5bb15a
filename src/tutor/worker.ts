import { type Clock, type Database, meanwhile, type Queryable } from '../database/index.ts';
import { consentsOf } from '../learners/index.ts';
import { cityTime } from '../time/index.ts';
import { createLeasedWork, type RowWorker } from './leased-work.ts';
import type { Asking, ModelOutcome, ModelTutor } from './llm/answer.ts';
import { createCircuit } from './llm/circuit.ts';
import type { RulesReason, TutorAnswer, TutorQuestion } from './question.ts';
import { type ClaimedQuestion, claimQuestions } from './question-queue.ts';
import {
  type History,
  type HistoryRow,
  historyColumns,
  type Kept,
  keepAnswer,
  keepSummary,
  readHistory,
} from './record.ts';
import type { Passage } from './rules/passages.ts';
import { reserve } from './spending.ts';

/** By a model, in words or as a verdict on an answer, or why the rules answered. */
type Outcome = 'model' | 'graded' | RulesReason;

function outcomeOf(answer: TutorAnswer): Outcome {
  if (answer.kind === 'rules') return answer.reason;
  return answer.kind === 'grade' ? 'graded' : 'model';
}

/** How a question was answered; no words of anybody. */
export interface Answered {
  readonly questionId: number;
  readonly outcome: Outcome;
  /** From the question to its answer being told, and of that in the model. */
  readonly seconds: number;
  readonly modelSeconds: number;
  /** Rules that drafts broke. */
  readonly refused: readonly string[];
}

export interface TutorWorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** Names this process among the replicas. */
  readonly owner: string;
  readonly model: ModelTutor;
  /** Dollars a day of the city. */
  readonly dailyBudgetUsd: number;
  /**
   * Tells the learner what stands with a question, in a turn of its conversation; `gone`: nobody is there any more. With `keep` the turn begins
   * with that, in its transaction, and is `kept` if both were committed; whatever else it says then, nothing of them was.
   */
  readonly tell: (
    question: TutorQuestion,
    keep?: (tx: Queryable) => Promise<boolean>,
  ) => Promise<'kept' | 'told' | 'gone' | 'busy'>;
  /** Shows in a chat that an answer is on its way. */
  readonly showTyping: (question: Pick<TutorQuestion, 'channel' | 'chat'>) => void;
  readonly onAnswered: (answered: Answered) => void;
  /** Told after each answer how much of the day's budget is used: 0 to 1. */
  readonly onSpent: (share: number) => void;
  readonly onProblem: (questionId: number, error: unknown) => void;
}

/** For the whole answer: calls, retries and a second draft together. */
const answerMilliseconds = 20_000;
/** From the question to the end of its answer: what waited long has less time with the model. */
const wholeMilliseconds = 24_000;
/** With less time than this left a model is not asked any more. */
const leastMilliseconds = 2_000;
/** Answers the questions that wait for a model. */
export function createTutorWorker(options: TutorWorkerOptions): RowWorker {
  const { database, clock, timezone, owner, model } = options;
  const circuit = createCircuit();
  const work = createLeasedWork<ClaimedQuestion>({
    database,
    clock,
    owner,
    table: 'tutor_question',
    claim: (active) => claimQuestions(database, { owner, now: clock(), active }),
    handle,
    showTyping: options.showTyping,
    onProblem: options.onProblem,
  });

  async function handle(question: ClaimedQuestion): Promise<Outcome | undefined> {
    const started = performance.now();
    let modelSeconds = 0;
    let refused: readonly string[] = [];
    let spent: number | undefined;
    let outcome: Outcome = question.answer === undefined ? 'model' : outcomeOf(question.answer);
    // With an answer a process died that had not told it yet.
    if (question.answer === undefined) {
      const { reason, history, passages } = await prepare(question);
      let answer: TutorAnswer;
      let came: ModelOutcome | undefined;
      if (history !== undefined) {
        const asked = performance.now();
        [came] = await Promise.all([askModel(question, { history, passages }), keepGrown(question, history)]);
        // Another process goes on with it, or this program when it is started again.
        if (work.stopping.aborted && came.result.kind === 'failed') return undefined;
        modelSeconds = (performance.now() - asked) / 1000;
        refused = came.refused;
        answer = came.result.kind === 'failed' ? { kind: 'rules', reason: came.result.reason } : came.result.answer;
      } else {
        answer = { kind: 'rules', reason };
      }
      const kept = await keepAndTell(question, answer, came);
      if (kept === undefined) return undefined;
      outcome = outcomeOf(kept.answer);
      spent = kept.dayMicroUsd;
    } else {
      await work.tellUntilTaken(() => options.tell(question));
    }
    const waited = Math.max(0, (clock().getTime() - question.askedAt.getTime()) / 1000);
    const seconds = Math.max(waited, (performance.now() - started) / 1000);
    options.onAnswered({ questionId: question.id, outcome, seconds, modelSeconds, refused });
    if (spent !== undefined) options.onSpent(options.dailyBudgetUsd === 0 ? 1 : spent / (options.dailyBudgetUsd * 1e6));
    return outcome;
  }

  /** Why the rules answer without a model being asked; otherwise what was said before, and what it may cost is set aside. */
  async function prepare(
    question: ClaimedQuestion,
  ): Promise<
    | { readonly reason: RulesReason; readonly history?: undefined; readonly passages?: undefined }
    | { readonly reason?: undefined; readonly history: History; readonly passages: readonly Passage[] }
  > {
    if (!question.isAgreed) return { reason: 'consent' };
    if (question.isLate || timeLeft(question) < leastMilliseconds) return { reason: 'waited' };
    if (!circuit.mayCall(performance.now())) return { reason: 'resting' };
    const now = clock();
    let passages: readonly Passage[] = [];
    const reserving = reserve<HistoryRow>(
      database.db,
      {
        questionId: question.id,
        learnerId: question.learnerId,
        lesson: question.place.lesson,
        day: cityTime(now, timezone).day,
        dayMicroUsd: Math.floor(options.dailyBudgetUsd * 1e6),
        most: model.reserveFor({ question }),
      },
      historyColumns(question.learnerId, now),
    );
    const { refusal, read } = await meanwhile(reserving, () => {
      passages = model.passages({ question });
    });
    if (refusal !== undefined) return { reason: refusal };
    return { history: readHistory(read, question.place.item?.id, now), passages };
  }

  async function agrees(learnerId: number): Promise<boolean> {
    return (await consentsOf(database.db, learnerId)).ai_tutor !== undefined;
  }

  function timeLeft(question: TutorQuestion): number {
    const waited = Math.max(0, clock().getTime() - question.askedAt.getTime());
    return Math.min(answerMilliseconds, wholeMilliseconds - waited);
  }

  /** The summary is of use for later questions: this one waits for nothing. */
  async function keepGrown({ id, learnerId }: ClaimedQuestion, history: History): Promise<void> {
    await keepSummary(database.db, learnerId, history, clock()).catch((error: unknown) => options.onProblem(id, error));
  }

  async function askModel(
    question: ClaimedQuestion,
    { history, passages }: Pick<Asking, 'history' | 'passages'>,
  ): Promise<ModelOutcome> {
    const { learnerId } = question;
    const now = clock();
    const outcome = await model.answer(
      { question, history, passages, now, isAgreed: () => agrees(learnerId) },
      AbortSignal.any([AbortSignal.timeout(timeLeft(question)), work.stopping]),
    );
    const { result } = outcome;
    // Broken off because of the question it says nothing of the endpoint.
    if (result.kind === 'failed' && (result.reason === 'danger' || result.reason === 'unfit_question')) return outcome;
    // Words that are refused, and calls that are too many, are no failure of the endpoint.
    const works = result.kind === 'answer' || ['blocked', 'too_many_calls', 'consent'].includes(result.reason);
    if (works) circuit.succeeded();
    else circuit.failed(performance.now());
    return outcome;
  }

  /**
   * Keeps an answer and tells it, both in the turn that tells it; where there cannot be one now, it is kept first and told as soon as there
   * can. Undefined: another process has taken the question over.
   */
  async function keepAndTell(
    question: ClaimedQuestion,
    answer: TutorAnswer,
    came: ModelOutcome | undefined,
  ): Promise<Kept | undefined> {
    const keep = (db: Queryable): Promise<Kept | undefined> =>
      keepAnswer(db, { question, owner, answer, made: came?.made, used: came?.used, at: clock() });
    let kept: Kept | undefined;
    const told = await options.tell(question, async (tx) => {
      kept = await keep(tx);
      return kept !== undefined;
    });
    if (told === 'kept') return kept;
    kept = await keep(database.db);
    if (kept !== undefined) await work.tellUntilTaken(() => options.tell(question));
    return kept;
  }

  return work;
}
