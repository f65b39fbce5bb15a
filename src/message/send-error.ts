/** Whose fault a failed send is: it decides who hears of it. */
export type Fault = 'person' | 'bot' | 'platform' | 'us';

/** What the sender must do with a row whose send ended this way. */
export interface SendErrorFacts {
  readonly retry: boolean;
  readonly fault: Fault;
  /** Words for staff, in Vietnamese: what happened and what to do. */
  readonly words: string;
}

/**
 * Every way a send can end badly. Closed: a channel must map each platform answer to one of these, and the
 * sender handles each of them, so blocked people and throttled bots are ordinary outcomes and not exceptions.
 */
export const sendErrors = {
  person_unreachable: {
    retry: false,
    fault: 'person',
    words: 'Người này đã chặn bot hoặc không còn nhận tin. Không gửi lại.',
  },
  throttled: { retry: true, fault: 'bot', words: 'Nền tảng yêu cầu gửi chậm lại. Hệ thống tự chờ rồi gửi tiếp.' },
  quota_exceeded: {
    retry: true,
    fault: 'bot',
    words: 'Đã hết hạn mức gửi của gói. Chờ kỳ mới hoặc nâng gói rồi gửi tiếp.',
  },
  wrong_token: { retry: true, fault: 'bot', words: 'Mã bot không đúng. Kiểm tra lại mã trong phần cài đặt.' },
  message_refused: {
    retry: false,
    fault: 'us',
    words: 'Nền tảng không nhận nội dung này. Tin được để riêng; báo cho nhóm kỹ thuật kèm mã tin.',
  },
  outcome_unknown: {
    retry: true,
    fault: 'platform',
    words: 'Mất kết nối giữa chừng nên không rõ tin đã tới chưa. Trả lời thì gửi lại, thông báo thì không gửi lại.',
  },
  platform_failed: { retry: true, fault: 'platform', words: 'Nền tảng đang lỗi. Hệ thống tự thử lại.' },
} as const satisfies Record<string, SendErrorFacts>;

export type SendErrorCode = keyof typeof sendErrors;

/** A failed send. `retryAfterSeconds` is the platform's own demand, where it made one. */
export interface SendError {
  readonly code: SendErrorCode;
  readonly retryAfterSeconds?: number;
  /** The platform's words without secrets, for the log. */
  readonly detail?: string;
  /** How many of the message's parts, from the first, the person has: the next try goes on after them. */
  readonly partsSent?: number;
}

export type SendResult =
  | { readonly ok: true; readonly platformMessageId: string | undefined }
  | { readonly ok: false; readonly error: SendError };
