import { fold } from '../text/index.ts';
import { type Intent, startIntent } from './intent.ts';

type CommandReader = (argument: string) => Intent;

function languageOf(argument: string): Intent {
  const word = fold(argument).trim();
  if (/^(en|english|tieng anh|anh)$/.test(word)) return { kind: 'language', locale: 'en' };
  if (/^(vi|vn|vietnamese|tieng viet|viet)$/.test(word)) return { kind: 'language', locale: 'vi' };
  return { kind: 'language', locale: undefined };
}

const find: CommandReader = (argument) => ({ kind: 'find', text: argument });

/** Every command and its English alias, without the slash and without accents. */
const commands: Readonly<Record<string, CommandReader>> = {
  start: (argument) => startIntent(argument.trim() === '' ? undefined : argument.trim()),
  tim: find,
  find,
  goiy: () => ({ kind: 'recommend' }),
  recommend: () => ({ kind: 'recommend' }),
  toi: () => ({ kind: 'profile' }),
  me: () => ({ kind: 'profile' }),
  dulieu: () => ({ kind: 'export' }),
  mydata: () => ({ kind: 'export' }),
  xoa: () => ({ kind: 'erase' }),
  delete: () => ({ kind: 'erase' }),
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
  ['dữ liệu của tôi', { kind: 'export' }],
  ['du lieu cua toi', { kind: 'export' }],
  ['my data', { kind: 'export' }],
  ['xóa dữ liệu', { kind: 'erase' }],
  ['xoá dữ liệu', { kind: 'erase' }],
  ['xóa dữ liệu của tôi', { kind: 'erase' }],
  ['xoá dữ liệu của tôi', { kind: 'erase' }],
  ['xoa du lieu', { kind: 'erase' }],
  ['xoa du lieu cua toi', { kind: 'erase' }],
  ['delete my data', { kind: 'erase' }],
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
    return command?.(slash[2] ?? '') ?? { kind: 'unknown_command', command: `/${slash[1]}` };
  }
  return phrases.get(
    trimmed
      .toLowerCase()
      .replace(/[?!.\s]+$/u, '')
      .replace(/\s+/gu, ' '),
  );
}
