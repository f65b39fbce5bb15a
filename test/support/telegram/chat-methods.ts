import type { Bot } from './bot.ts';
import { openChat, toSeconds } from './chat.ts';
import type { Parameters } from './parameters.ts';
import { refusal } from './refusals.ts';

export function getChat(bot: Bot, parameters: Parameters): Record<string, unknown> {
  const { description } = openChat(bot.chats, parameters);
  return { ...description, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
}

export function leaveChat(bot: Bot, parameters: Parameters): true {
  const chat = openChat(bot.chats, parameters);
  if (chat.description.type === 'private') throw refusal("chat member status can't be changed in private chats");
  chat.state = 'left';
  bot.updates.push({
    my_chat_member: {
      chat: chat.description,
      from: bot.user,
      date: toSeconds(bot.now()),
      old_chat_member: { user: bot.user, status: 'member' },
      new_chat_member: { user: bot.user, status: 'left' },
    },
  });
  return true;
}
