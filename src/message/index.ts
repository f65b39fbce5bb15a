export type { ChannelCapabilities, ChannelName } from './channel.ts';
export type { InboundContent, InboundMessage, Locale } from './inbound.ts';
export {
  type Choice,
  type CourseCard,
  type Media,
  messageAsPlainText,
  type OutboundMessage,
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
