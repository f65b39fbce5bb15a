export type { Call, CallOutcome, Violation } from '../scripted-server/call.ts';
export type { CallMatcher, Fault } from '../scripted-server/fault.ts';
export type { CallbackAnswer } from './callback-query.ts';
export type { BotMessage, ChatView, SeenButton } from './chat-view.ts';
export type { Group } from './group.ts';
export type { Message, Update } from './message.ts';
export type { Person } from './person.ts';
export type { Pressed } from './press.ts';
export { type ScriptedTelegram, type ScriptedTelegramOptions, startScriptedTelegram } from './server.ts';
