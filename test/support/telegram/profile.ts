import type { Bot } from './bot.ts';
import { openChat } from './chat.ts';
import { isObject, optionalList, optionalObject, optionalText, type Parameters } from './parameters.ts';
import { violation } from './refusals.ts';

export interface Command {
  readonly command: string;
  readonly description: string;
}

type ProfileText = 'name' | 'description' | 'short_description';

/** What the bot says about itself. Keys: `<scope>/<language code>` for commands, the language code for texts; '' is every language. */
export interface Profile {
  readonly commands: Map<string, readonly Command[]>;
  readonly texts: Readonly<Record<ProfileText, Map<string, string>>>;
}

export function createProfile(): Profile {
  return {
    commands: new Map(),
    texts: { name: new Map(), description: new Map(), short_description: new Map() },
  };
}

const mostCommands = 100;
const longestText: Readonly<Record<ProfileText, number>> = { name: 64, description: 512, short_description: 120 };

const scopeKinds = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
];

function readLanguage(parameters: Parameters): string {
  const code = optionalText(parameters, 'language_code') ?? '';
  if (!/^(?:[a-z]{2})?$/.test(code)) throw violation('invalid language code specified');
  return code;
}

function readScope(bot: Bot, parameters: Parameters): string {
  const scope = optionalObject(parameters, 'scope') ?? { type: 'default' };
  const kind = scope.type;
  if (typeof kind !== 'string' || !scopeKinds.includes(kind)) throw violation('unsupported type specified in scope');
  if (!kind.startsWith('chat')) return kind;
  const values = new Map(['chat_id', 'user_id'].map((name) => [name, String(scope[name] ?? '')]));
  const chat = openChat(bot.chats, { values, files: new Map() });
  if (kind !== 'chat_member') return `${kind}:${chat.description.id}`;
  if (!/^\d+$/.test(values.get('user_id') ?? '')) throw violation('invalid user_id specified');
  return `${kind}:${chat.description.id}:${values.get('user_id')}`;
}

function readCommand(given: unknown): Command {
  if (!isObject(given)) throw violation("can't parse BotCommand: expected an Object");
  const { command, description } = given;
  if (typeof command !== 'string' || !/^\/?[a-z0-9_]{1,32}$/.test(command)) throw violation('BOT_COMMAND_INVALID');
  const length = typeof description === 'string' ? description.length : 0;
  if (typeof description !== 'string' || length < 1 || length > 256) {
    throw violation('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command: command.replace('/', ''), description };
}

export function setMyCommands(bot: Bot, parameters: Parameters): true {
  const commands = optionalList(parameters, 'commands')?.map(readCommand);
  if (commands === undefined) throw violation('commands is empty');
  if (commands.length > mostCommands) throw violation('BOT_COMMANDS_TOO_MUCH');
  bot.profile.commands.set(commandsKey(bot, parameters), commands);
  return true;
}

export function getMyCommands(bot: Bot, parameters: Parameters): readonly Command[] {
  return bot.profile.commands.get(commandsKey(bot, parameters)) ?? [];
}

export function deleteMyCommands(bot: Bot, parameters: Parameters): true {
  bot.profile.commands.delete(commandsKey(bot, parameters));
  return true;
}

function commandsKey(bot: Bot, parameters: Parameters): string {
  return `${readScope(bot, parameters)}/${readLanguage(parameters)}`;
}

/** The method that sets a text of the profile; an empty text takes it away. */
export function setProfileText(name: ProfileText): (bot: Bot, parameters: Parameters) => true {
  return (bot, parameters) => {
    const language = readLanguage(parameters);
    const text = optionalText(parameters, name) ?? '';
    if (text.length > longestText[name]) throw violation(`bot ${name.replace('_', ' ')} is too long`);
    bot.profile.texts[name].set(language, text);
    return true;
  };
}

/** The method that reads it: in the language asked for, else in none. */
export function getProfileText(name: ProfileText): (bot: Bot, parameters: Parameters) => Record<string, string> {
  return (bot, parameters) => {
    const texts = bot.profile.texts[name];
    const inNoLanguage = texts.get('') ?? (name === 'name' ? bot.user.first_name : '');
    return { [name]: texts.get(readLanguage(parameters)) || inNoLanguage };
  };
}
