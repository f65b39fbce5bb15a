import { fold } from '../text/index.ts';
import { featureCommands, featureOpenings, featurePhrases, featureWordings } from './features.ts';
import { type Intent, startIntent } from './intent.ts';
import { plainWords } from './phrases.ts';

type CommandReader = (argument: string) => Intent;

function languageOf(argument: string): Intent {
  const word = fold(argument).trim();
  if (/^(en|english|tieng anh|anh)$/.test(word)) return { kind: 'language', locale: 'en' };
  if (/^(vi|vn|vietnamese|tieng viet|viet)$/.test(word)) return { kind: 'language', locale: 'vi' };
  return { kind: 'language', locale: undefined };
}

const find: CommandReader = (argument) => ({ kind: 'find', text: argument });

/** Commands of finding courses with their English aliases; the others are their features' own. */
const commands: Readonly<Record<string, CommandReader>> = {
  start: (argument) => startIntent(argument.trim() === '' ? undefined : argument.trim()),
  tim: find,
  find,
  goiy: () => ({ kind: 'recommend' }),
  recommend: () => ({ kind: 'recommend' }),
  toi: () => ({ kind: 'profile' }),
  me: () => ({ kind: 'profile' }),
  ngonngu: languageOf,
  language: languageOf,
  giup: () => ({ kind: 'help' }),
  help: () => ({ kind: 'help' }),
};

/**
 * Phrases that are a command without a slash, only when they are the whole message. The accented phrase always; the
 * unaccented one only where it has no other common meaning ("toi", "nhac", "dung", "diem", "hoi", "on", "me" are
 * ordinary words and are not here).
 */
const phrases: ReadonlyMap<string, Intent> = new Map<string, Intent>([
  ['giúp đỡ', { kind: 'help' }],
  ['trợ giúp', { kind: 'help' }],
  ['tro giup', { kind: 'help' }],
  ['hướng dẫn sử dụng', { kind: 'help' }],
  ['huong dan su dung', { kind: 'help' }],
  ['cách dùng', { kind: 'help' }],
  ['bạn làm được gì', { kind: 'help' }],
  ['ban lam duoc gi', { kind: 'help' }],
  ['bạn là ai', { kind: 'help' }],
  ['ban la ai', { kind: 'help' }],
  ['what can you do', { kind: 'help' }],
  ['who are you', { kind: 'help' }],
  ['help', { kind: 'help' }],
  ['help me', { kind: 'help' }],
  ['gợi ý', { kind: 'recommend' }],
  ['gợi ý cho mình', { kind: 'recommend' }],
  ['gợi ý cho em', { kind: 'recommend' }],
  ['gợi ý cho tôi', { kind: 'recommend' }],
  ['goi y cho minh', { kind: 'recommend' }],
  ['hồ sơ', { kind: 'profile' }],
  ['hồ sơ của tôi', { kind: 'profile' }],
  ['hồ sơ của mình', { kind: 'profile' }],
  ['khóa đã lưu', { kind: 'saved' }],
  ['khoa da luu', { kind: 'saved' }],
  ['saved courses', { kind: 'saved' }],
  ['đổi ngôn ngữ', { kind: 'language', locale: undefined }],
  ['doi ngon ngu', { kind: 'language', locale: undefined }],
  ['speak english', { kind: 'language', locale: 'en' }],
  ['speak english please', { kind: 'language', locale: 'en' }],
  ['english please', { kind: 'language', locale: 'en' }],
  ['nói tiếng việt', { kind: 'language', locale: 'vi' }],
  ['noi tieng viet', { kind: 'language', locale: 'vi' }],
]);

/** The command of a text, or undefined when the text is none. Slash commands ignore accents and capitals. */
export function readCommand(text: string): Intent | undefined {
  const trimmed = text.trim().normalize('NFC');
  const slash = /^\/([\p{L}\p{N}_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/u.exec(trimmed);
  if (slash?.[1] !== undefined) {
    const name = fold(slash[1]);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const argument = slash[2] ?? '';
    if (featureCommands.has(name)) return { kind: 'command', name, argument };
    return (
      command?.(argument) ??
      openedBy(trimmed.slice(1), /^(?:\s|[:：]|$)/u) ?? { kind: 'unknown_command', command: `/${slash[1]}` }
    );
  }
  const opened = openedBy(trimmed, /^\s*[:：]/u);
  if (opened !== undefined) return opened;
  const phrase = trimmed
    .toLowerCase()
    .replace(/[?!.\s]+$/u, '')
    .replace(/\s+/gu, ' ');
  const own = phrases.get(phrase);
  if (own !== undefined) return own;
  const [name, ...argument] = (featurePhrases.get(phrase) ?? wordingOf(trimmed))?.split(' ') ?? [];
  return name === undefined ? undefined : { kind: 'command', name, argument: argument.join(' ') };
}

/** The longest message that is held against the features' patterns. */
const longestWording = 100;

function wordingOf(text: string): string | undefined {
  if (text.length > longestWording) return undefined;
  const words = plainWords(text);
  for (const [pattern, command] of featureWordings) {
    const match = pattern.exec(words);
    if (match !== null) return `${command} ${asTyped(text, words, match.groups?.what)}`.trim();
  }
  return undefined;
}

/** A part of the folded words with the accents it was typed with, where word stands for word. */
function asTyped(text: string, words: string, part = ''): string {
  const typed = text
    .replace(/[^\p{L}\p{N}.)/\s]+/gu, ' ')
    .trim()
    .split(/\s+/);
  const folded = words.split(' ');
  const wanted = part.split(' ');
  const start = folded.findIndex((_, at) => wanted.every((word, offset) => folded[at + offset] === word));
  return typed.length === folded.length && start >= 0 ? typed.slice(start, start + wanted.length).join(' ') : part;
}

/** The command that a text opens with, if what ends the opening follows; the rest is its argument. */
function openedBy(text: string, end: RegExp): Intent | undefined {
  for (const [opening, name] of featureOpenings) {
    const rest = text.slice(opening.length);
    if (text.slice(0, opening.length).toLowerCase() !== opening || !end.test(rest)) continue;
    return { kind: 'command', name, argument: rest.replace(/^\s*[:：]?/u, '').trim() };
  }
  return undefined;
}
