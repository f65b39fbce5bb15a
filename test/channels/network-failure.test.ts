import { HttpError } from 'grammy';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { causeCode, describeProblem } from '../../src/channels/network-failure.ts';
import { botApplications, botSettings } from '../support/bot-application.ts';
import { describeDatabases } from '../support/databases.ts';
import { startScriptedTelegram } from '../support/telegram/index.ts';
import { startScriptedZalo } from '../support/zalo/index.ts';

const token = '123456789:AAScriptedTelegramTokenForTests00000';

/** A fault as it comes from the network, its words quoting the address. */
function fault(code: string | undefined): Error {
  const cause = Object.assign(new Error(`connect to https://api.telegram.org/bot${token}/getUpdates`), { code });
  return Object.assign(new TypeError('fetch failed'), { cause });
}

describe('the words for a failed network', () => {
  it('name the code beneath, and nothing else of what lies there', () => {
    const failed = "Network request for 'getUpdates' failed!";
    expect(describeProblem(new HttpError(failed, fault('ETIMEDOUT')))).toBe(`${failed} (ETIMEDOUT)`);
    expect(describeProblem(new HttpError(failed, fault(undefined)))).toBe(failed);
    expect(describeProblem(new HttpError(failed, 'text'))).toBe(failed);
  });

  it('name a code once', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });
    expect(describeProblem(refused).match(/ECONNREFUSED/g)).not.toBeNull();
    expect(describeProblem(refused)).not.toContain('(');
  });

  it('need a code that is text', () => {
    expect(causeCode(Object.assign(new Error('aborted'), { code: 20 }))).toBeUndefined();
    expect(causeCode({ code: 'ECONNREFUSED' })).toBeUndefined();
  });
});

describeDatabases('the log of a platform that cannot be reached', (context) => {
  const bots = botApplications(context);

  it.each([
    ['telegram', startScriptedTelegram],
    ['zalo', startScriptedZalo],
  ] as const)('says why: %s', async (channel, startServer) => {
    const gone = await startServer();
    await gone.close();
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    await bots.start(botSettings(channel, gone), logger);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ channel, what: 'start', problem: expect.stringContaining('ECONNREFUSED') }),
    );
    expect(lines.join('')).not.toContain(gone.token);
    expect(lines.join('')).not.toContain('http:');
  });
});
