import type { Choice } from '../message/index.ts';
import type { Answer, TurnContext } from './context.ts';

type Answering<Given extends readonly unknown[]> = (context: TurnContext, ...given: Given) => Answer | Promise<Answer>;

/** Lines of `/toi` and what one can press below them. */
export interface ProfilePart {
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
}

/**
 * Something the companion does besides finding courses, with everything that leads to it in one place. A new one is a file in flows/
 * and a line in features.ts.
 */
export interface Feature {
  /** By name and alias, without the slash and without accents. */
  readonly commands?: Readonly<Record<string, Answering<[argument: string]>>>;
  /**
   * Whole messages that mean a command without its slash: the accented phrase always, the unaccented one only where it has no other
   * common meaning. Lower case; the value is a command's name, with an argument after a space if it has one.
   */
  readonly phrases?: Readonly<Record<string, string>>;
  /** Phrases that are a command before a colon ("góp ý: …") or after a slash ("/góp ý …"): what follows is its argument. Lower case. */
  readonly openings?: Readonly<Record<string, string>>;
  /**
   * Whole messages that mean a command and are said in too many ways to list: patterns over the folded words without signs, each with
   * a command as in `phrases`; what a group called `what` holds becomes its last argument. Asked after the phrases, in the order of the features.
   */
  readonly wordings?: readonly (readonly [words: RegExp, command: string])[];
  /** Choices by their code: `context.offer('code', args, label)` offers one. Codes are short ASCII, unique over all features. */
  readonly presses?: Readonly<Record<string, Answering<[args: readonly string[]]>>>;
  /**
   * Questions by their kind, which `DialogueState.question` names while one runs: the next text belongs to it first. Undefined: the text is
   * no answer, the question is dropped and the text understood as usual. Slash commands and distress never come here.
   */
  readonly questions?: Readonly<
    Record<string, (context: TurnContext, text: string, data: unknown) => Answer | Promise<Answer> | undefined>
  >;
  /** What `/toi` shows of it. */
  readonly profile?: (context: TurnContext) => Promise<ProfilePart>;
  /** The keys of its lines in `/giup`. */
  readonly help?: readonly string[];
}
