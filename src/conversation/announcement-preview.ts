import type { Announcement, ChannelCapabilities, ChannelName, Locale, OutboundMessage } from '../message/index.ts';
import type { Broadcast } from '../outreach/index.ts';
import { type AnnouncementsOptions, writeAnnouncement } from './announcements.ts';

/** What people on one channel in one language would see of an announcement. */
export interface AnnouncementPreview {
  readonly channel: ChannelName;
  readonly locale: Locale;
  readonly message: OutboundMessage;
  readonly choices: ChannelCapabilities['choices'];
  /** The longest text of one message there. */
  readonly textLimit: number;
}

/** Nobody's conversation: what is offered there can be looked at and not pressed. */
const nobody = { conversationId: 0, profile: { told: {}, origins: {} } };

/** The announcement on each channel it may go to, in each language it was written in. */
export function previewAnnouncements(
  options: AnnouncementsOptions,
  available: readonly ChannelName[],
): (broadcast: Broadcast) => readonly AnnouncementPreview[] {
  return ({ id, text, choices, workshop, audience }) => {
    const wanted = ('all' in audience ? undefined : audience.channels) ?? (['telegram', 'zalo'] as const);
    const reachable = wanted.filter((channel) => available.includes(channel));
    const announcement: Announcement = {
      broadcastId: id,
      text,
      choices,
      ...(workshop === undefined ? {} : { workshop }),
    };
    const locales: readonly Locale[] = text.en === undefined ? ['vi'] : ['vi', 'en'];
    return (reachable.length === 0 ? wanted : reachable).flatMap((channel) =>
      locales.map((locale) => ({
        channel,
        locale,
        message: writeAnnouncement(options, { ...nobody, channel, locale }, announcement),
        choices: options.channels[channel].choices,
        textLimit: options.channels[channel].textLimit,
      })),
    );
  };
}
