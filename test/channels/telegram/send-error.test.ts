import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { isRefusal, telegramSendError } from '../../../src/channels/telegram/send-error.ts';
import type { SendErrorCode } from '../../../src/message/index.ts';

const token = '123456789:AAScriptedTelegramTokenForTests00000';

function refusal(error_code: number, description: string, parameters = {}): GrammyError {
  return new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});
}

function network(code: string | undefined): HttpError {
  const cause = Object.assign(new Error(`connect to https://api.telegram.org/bot${token}/sendMessage`), { code });
  return new HttpError('Network request failed', Object.assign(new TypeError('fetch failed'), { cause }));
}

describe('an answer of the API', () => {
  it.each<[number, string, SendErrorCode]>([
    [403, 'Forbidden: bot was blocked by the user', 'person_unreachable'],
    [403, 'Forbidden: user is deactivated', 'person_unreachable'],
    [400, 'Bad Request: chat not found', 'person_unreachable'],
    [400, 'Bad Request: PEER_ID_INVALID', 'person_unreachable'],
    [401, 'Unauthorized', 'wrong_token'],
    [404, 'Not Found', 'wrong_token'],
    [400, 'Bad Request: message is too long', 'message_refused'],
    [413, 'Request Entity Too Large', 'message_refused'],
    [500, 'Internal Server Error', 'outcome_unknown'],
    [502, 'Bad Gateway', 'outcome_unknown'],
  ])('%i %s means %s', (status, description, code) => {
    expect(telegramSendError(refusal(status, description))).toMatchObject({
      code,
      detail: `${status} ${description}`,
    });
  });

  it('429 means throttled, for as long as it says', () => {
    expect(telegramSendError(refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 }))).toMatchObject({
      code: 'throttled',
      retryAfterSeconds: 17,
    });
    expect(telegramSendError(refusal(429, 'Too Many Requests'))).not.toHaveProperty('retryAfterSeconds');
  });

  it('without a code tells nothing of the outcome', () => {
    const error = new GrammyError('Call failed', { ok: false } as never, 'sendMessage', {});
    expect(telegramSendError(error).code).toBe('outcome_unknown');
  });
});

describe('a failed network', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])('%s: nothing has left', (code) => {
    expect(telegramSendError(network(code))).toEqual({ code: 'platform_failed', detail: code });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', undefined])('%s: it may have arrived', (code) => {
    expect(telegramSendError(network(code))).toMatchObject({ code: 'outcome_unknown' });
  });

  it('never tells the token', () => {
    expect(JSON.stringify(telegramSendError(network('ECONNRESET')))).not.toContain(token);
    expect(JSON.stringify(telegramSendError(network(undefined)))).not.toContain(token);
  });
});

it('anything else thrown tells nothing of the outcome', () => {
  for (const thrown of [new Error('a'), 'a', undefined, null, { error_code: 403 }]) {
    expect(telegramSendError(thrown)).toEqual({ code: 'outcome_unknown' });
  }
});

it('a refusal is a 400 with words that fit', () => {
  expect(isRefusal(refusal(400, "Bad Request: can't parse entities: x"), /can't parse entities/)).toBe(true);
  expect(isRefusal(refusal(403, "can't parse entities"), /can't parse entities/)).toBe(false);
  expect(isRefusal(refusal(400, 'Bad Request: chat not found'), /can't parse entities/)).toBe(false);
  expect(isRefusal(new Error("can't parse entities"), /can't parse entities/)).toBe(false);
});
