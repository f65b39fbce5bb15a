import { randomBytes } from 'node:crypto';
import { AIMessage, type BaseMessage, HumanMessage } from 'langchain';
import type { Item } from '../../learning/index.ts';
import { cityTime } from '../../time/index.ts';
import { fenced } from '../fence.ts';
import { check } from '../guards/check.ts';
import type { ItemSituation, Situation } from '../guards/draft.ts';
import { linksOutside } from '../links.ts';
import { newestPrompt, render } from '../prompt.ts';
import type { TutorAnswer, TutorQuestion } from '../question.ts';
import type { History, Made } from '../record.ts';
import { redact } from '../redact.ts';
import type { Passage } from '../rules/passages.ts';
import type { Reserve } from '../spending.ts';
import { createTutorAgent, type Run } from './agent.ts';
import { asksForReasons, asksWhetherAi } from './asked.ts';
import { failureOf, type ModelFailure } from './failure.ts';
import { createFinds, type Finds, resultsOf } from './found.ts';
import type { AgentContext, Calls } from './functions.ts';
import { notePassages, passagesFor } from './lesson-words.ts';
import { readMarks } from './marks.ts';
import { namesNumber, showsPrompt } from './output-checks.ts';
import { costOf, type ModelSettings } from './settings.ts';
import type { TutorSources } from './sources.ts';
import { againFor, hiding, spared, taskFor } from './task.ts';

/** What came of asking a model. */
export interface ModelOutcome {
  readonly result:
    | { readonly kind: 'answer'; readonly answer: Extract<TutorAnswer, { kind: 'model' | 'grade' }> }
    | { readonly kind: 'failed'; readonly reason: ModelFailure };
  readonly made: Made;
  /** What it used; a call that did not tell counts as the most that one may use. */
  readonly used: Reserve;
  /** Why drafts were refused, for the log: rules only, no text. */
  readonly refused: readonly string[];
}

/** What goes with a question to a model. */
export interface Asking {
  readonly question: TutorQuestion;
  readonly history: History;
  /** What `passages` found for it. */
  readonly passages: readonly Passage[];
  readonly now: Date;
  /** Whether the learner still agrees; asked before each call but the first. */
  readonly isAgreed: () => Promise<boolean>;
}

/** The tutor with a model. */
export interface ModelTutor {
  /** What answering may cost at most, to be set aside before. */
  reserveFor(asking: Pick<Asking, 'question'>): Reserve;
  /** The passages of the lessons that go with a question; looked for while something else is waited for. */
  passages(asking: Pick<Asking, 'question'>): readonly Passage[];
  /** Asks, checks, asks once more with the reasons, and gives up at the signal. Never throws. */
  answer(asking: Asking, signal: AbortSignal): Promise<ModelOutcome>;
}

/** Calls of the model for one answer, its second draft among them. */
const mostCalls = 4;
/** Most answers take one or two; so much is set aside. */
const usualCalls = 2;
/** Vietnamese takes about two characters a token; what goes in at most besides the prompt. */
const charactersAToken = 2;
const mostInput = 6000;
const wordsUsually = 80;
const wordsExplaining = 120;

/** A tutor on an endpoint. Loads the agent's packages: import this file only where there is a key. */
export function createModelTutor(settings: ModelSettings, sources: TutorSources): ModelTutor {
  const prompt = newestPrompt('tutor');
  const agent = createTutorAgent(settings, sources, { maxOutputTokens: prompt.maxOutputTokens });

  function itemOf(asking: Asking): { readonly item: Item; readonly situation: ItemSituation } | undefined {
    const { place } = asking.question;
    const item = place.item && sources.lessons.item(place.item.id)?.item;
    if (item === undefined || place.item === undefined) return undefined;
    const { history } = asking;
    const { attempt } = place.item;
    return {
      item,
      situation: {
        question: place.item.isVariant ? item.variant : item.question,
        hintLevel: place.item.hintLevel,
        shownHints: item.hints.slice(0, place.item.hintLevel),
        ...(attempt === undefined ? {} : { learnerAnswer: attempt.answer, wasWrong: attempt.wasWrong }),
        turns: history.onItem + 1,
        isClosing: false,
      },
    };
  }

  async function answer(asking: Asking, signal: AbortSignal): Promise<ModelOutcome> {
    const { question, history } = asking;
    const finds = createFinds();
    const calls: Calls = { left: mostCalls, made: 0, tokensIn: 0, tokensOut: 0, unknown: 0 };
    const refused: string[] = [];
    const outcome = (result: ModelOutcome['result']): ModelOutcome => ({
      result,
      made: {
        prompt: prompt.name,
        model: settings.model,
        tokensIn: calls.unknown > 0 ? undefined : calls.tokensIn,
        tokensOut: calls.unknown > 0 ? undefined : calls.tokensOut,
        microUsd: calls.unknown > 0 ? undefined : costOf(settings, calls.tokensIn, calls.tokensOut),
      },
      used: usedBy(question, calls),
      refused,
    });
    try {
      const open = itemOf(asking);
      const lesson = question.place.lesson === undefined ? undefined : sources.lessons.lesson(question.place.lesson);
      notePassages(asking.passages, hiding(open?.situation), finds);
      // Of an open question nothing is explained that would answer it; a step towards it rests on no passage.
      const explains = open === undefined && finds.passages.length > 0 && asksForReasons(question.asked);
      const canary = randomBytes(9).toString('base64url');
      const nonce = randomBytes(15).toString('base64url');
      const context: AgentContext = {
        learnerId: question.learnerId,
        lesson: lesson?.id,
        open: hiding(open?.situation),
        wards: question.place.wards ?? [],
        now: asking.now,
        isAgreed: asking.isAgreed,
        nonce,
        finds,
        calls,
        system: render(prompt, {
          address: question.address,
          canary,
          nonce,
          language: question.locale === 'vi' ? 'Vietnamese' : 'English',
          level: String(open?.situation.hintLevel ?? 0),
          words: String(explains ? wordsExplaining : wordsUsually),
        }),
      };
      let messages: readonly BaseMessage[] = [
        ...history.turns.flatMap((turn) => [
          new HumanMessage(fenced('learner', spared(turn.asked, open?.situation), nonce)),
          new AIMessage(spared(turn.answered, open?.situation)),
        ]),
        new HumanMessage(taskFor(asking, { open, lesson, nonce, finds })),
      ];
      for (let draft = 1; draft <= 2; draft++) {
        const run = await agent.run(messages, context, signal);
        const read = readDraft(run, {
          question,
          history,
          finds,
          open: open?.situation,
          explains,
          canary,
          system: prompt.text,
        });
        if ('answer' in read) return outcome({ kind: 'answer', answer: read.answer });
        refused.push(...read.rules);
        messages = [...run.messages, new HumanMessage(againFor(read.reasons))];
      }
      return outcome({ kind: 'failed', reason: 'blocked' });
    } catch (error) {
      return outcome({ kind: 'failed', reason: signal.aborted ? 'timeout' : failureOf(error) });
    }
  }

  /** A run taken apart and held against every rule. */
  function readDraft(run: Run, held: Held): { readonly answer: Extract<TutorAnswer, { kind: 'model' }> } | Refused {
    const { question, history, finds, open } = held;
    const { text: marked, marks } = readMarks(run.text);
    const text = redact(marked).text;
    const problems: [string, string][] = [];
    if (text === '') problems.push(['EMPTY', 'There was no text. Answer the learner.']);
    if (run.isCut) problems.push(['CUT', 'The draft was cut off: be much shorter.']);
    if (showsPrompt(run.text, held))
      problems.push(['PROMPT', 'The draft shows what stands in your instructions. Leave that out.']);
    if (namesNumber(text, finds)) problems.push(['PHONE', 'Leave out telephone numbers.']);
    if (linksOutside(text, []).length > 0) problems.push(['LINK', 'Leave out links, addresses and mailboxes.']);
    const known = (mark: string): boolean =>
      finds.passages.some((passage) => passage.mark === mark) || finds.courses.has(mark) || finds.workshops.has(mark);
    const unknown = marks.find((mark) => !known(mark));
    if (unknown !== undefined) problems.push(['R8', `Nothing was found that is marked [${unknown}].`]);
    const cited = finds.passages.filter(({ mark }) => marks.includes(mark));
    const situation: Situation = {
      language: question.locale,
      address: question.address,
      asked: question.asked,
      ...(open === undefined ? {} : { item: open }),
      passages: finds.passages,
      results: resultsOf(finds, (moment) => cityTime(moment, sources.timezone).day),
      // The program itself says so at first contact.
      isFirstContact: false,
      asksWhetherAi: asksWhetherAi(question.asked),
      explains: held.explains,
    };
    const citedPassages = cited.map(({ id }) => id);
    for (const { rule, reason } of check({ text, citedPassages }, situation)) problems.push([rule, reason]);
    if (problems.length > 0)
      return { rules: problems.map(([rule]) => rule), reasons: problems.map(([, reason]) => reason) };
    const named = (found: ReadonlyMap<string, { readonly key: number }>): number[] =>
      marks.flatMap((mark) => found.get(mark)?.key ?? []);
    return {
      answer: {
        kind: 'model',
        text,
        ...(cited[0] === undefined ? {} : { lesson: cited[0].lesson }),
        courses: named(finds.courses),
        workshops: named(finds.workshops),
        isFirst: !history.hasMet,
      },
    };
  }

  /** One call at most, of the longest input there is. */
  function oneCall({ asked }: TutorQuestion): { readonly in: number; readonly out: number } {
    return {
      in: Math.ceil((prompt.text.length + asked.length + mostInput) / charactersAToken),
      out: prompt.maxOutputTokens,
    };
  }

  function inMoney(tokens: { readonly in: number; readonly out: number }): Reserve {
    return { tokens: tokens.in + tokens.out, microUsd: costOf(settings, tokens.in, tokens.out) };
  }

  function reserveFor(question: TutorQuestion): Reserve {
    const one = oneCall(question);
    return inMoney({ in: one.in * usualCalls, out: one.out * usualCalls });
  }

  /** What calls told of themselves; where one did not, what was set aside, and more if there were more calls than that is for. */
  function usedBy(question: TutorQuestion, calls: Calls): Reserve {
    const one = oneCall(question);
    const used = inMoney({
      in: calls.tokensIn + calls.unknown * one.in,
      out: calls.tokensOut + calls.unknown * one.out,
    });
    const least = reserveFor(question);
    return calls.unknown === 0 || used.microUsd > least.microUsd ? used : least;
  }

  return {
    reserveFor: ({ question }) => reserveFor(question),
    passages: ({ question: { asked, place } }) =>
      passagesFor(
        sources.passages,
        asked,
        place.lesson === undefined ? undefined : sources.lessons.lesson(place.lesson)?.id,
      ),
    answer,
  };
}

interface Refused {
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
}

interface Held {
  readonly question: TutorQuestion;
  readonly history: History;
  readonly finds: Finds;
  readonly open: ItemSituation | undefined;
  readonly explains: boolean;
  readonly canary: string;
  readonly system: string;
}
