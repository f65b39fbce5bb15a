export { type Announcement, type AnnouncementChoice, inLocale, type LocalText } from './announcement.ts';
export type { ChannelCapabilities, ChannelName } from './channel.ts';
export type { InboundContent, InboundMessage, Locale, MediaKind, UnsupportedKind } from './inbound.ts';
export { type MediaFile, mostMediaBytes } from './media-file.ts';
export { isMenuNumber, type Menu, type MenuOption, menuOf, optionOf } from './menu.ts';
export {
  type Choice,
  type CourseCard,
  joined,
  type Media,
  messageAsPlainText,
  type OutboundMessage,
  type Picture,
  type Span,
} from './outbound.ts';
export {
  type Fault,
  type SendError,
  type SendErrorCode,
  type SendErrorFacts,
  type SendResult,
  sendErrors,
} from './send-error.ts';
