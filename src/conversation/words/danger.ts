import type { Translator } from '../../locales/index.ts';
import type { Danger } from '../../tutor/index.ts';

const texts = { suicide: 'distress-suicide', violence: 'distress-violence' } as const satisfies Record<Danger, string>;

/** The reviewed text that somebody in such danger is answered with. @param lines of help, one text each */
export function dangerInWords(t: Translator, danger: Danger, lines: readonly string[]): string {
  return t(texts[danger], { lines: lines.map((line) => `• ${line}`).join('\n') });
}
