import { expect, it } from 'vitest';
import { asksForReasons, asksWhetherAi } from '../../../src/tutor/llm/asked.ts';
import { createCircuit } from '../../../src/tutor/llm/circuit.ts';
import { failureOf, TooManyCalls } from '../../../src/tutor/llm/failure.ts';
import { readMarks } from '../../../src/tutor/llm/marks.ts';
import { calibrate } from '../../eval/tutor/calibrate.ts';
import { readCases } from '../../eval/tutor/cases.ts';
import { wilson } from '../../eval/tutor/wilson.ts';

it('takes marks and Markdown out of what a model wrote', () => {
  expect(readMarks('**Tên** của bạn bị lộ [p1]. Lớp “Excel” [c1, c2] hay [W1] nhé?')).toEqual({
    text: 'Tên của bạn bị lộ. Lớp “Excel” hay nhé?',
    marks: ['p1', 'c1', 'c2', 'w1'],
  });
  expect(readMarks('# Đầu\n- một\n* hai\n> ba `bốn`').text).toBe('Đầu\nmột\nhai\nba bốn');
  expect(readMarks('2 * 3 * 4 là [x] bao nhiêu?').text).toBe('2 * 3 * 4 là [x] bao nhiêu?');
});

it('rests after five failures in a minute, tries again, and goes on when that works', () => {
  const circuit = createCircuit();
  for (let at = 0; at < 4; at++) circuit.failed(at);
  expect(circuit.mayCall(10)).toBe(true);
  circuit.failed(10);
  expect(circuit.mayCall(11)).toBe(false);
  expect(circuit.mayCall(30_011)).toBe(true);
  circuit.failed(30_020);
  expect(circuit.mayCall(30_021)).toBe(false);
  expect(circuit.mayCall(60_021)).toBe(true);
  circuit.succeeded();
  expect(circuit.mayCall(60_022)).toBe(true);
});

it('forgets failures that are more than a minute apart', () => {
  const circuit = createCircuit();
  for (let at = 0; at < 10; at++) circuit.failed(at * 20_000);
  expect(circuit.mayCall(200_000)).toBe(true);
});

it('tells from an error, however wrapped, why there is no answer', () => {
  const status = (code: number) => Object.assign(new Error('no'), { status: code });
  expect(failureOf(status(429))).toBe('throttled');
  expect(failureOf(new Error('outer', { cause: status(401) }))).toBe('refused');
  expect(failureOf(status(503))).toBe('broken');
  expect(failureOf(new DOMException('late', 'TimeoutError'))).toBe('timeout');
  expect(failureOf(new Error('outer', { cause: new TooManyCalls() }))).toBe('too_many_calls');
  expect(failureOf('nonsense')).toBe('broken');
});

it.each([
  ['vì sao phải đổi mật khẩu?', true],
  ['OTP la gi vay ban', true],
  ['có lớp excel nào không', false],
  ['what is a passkey', true],
])('%s asks for reasons: %s', (text, is) => expect(asksForReasons(text)).toBe(is));

it.each([
  ['bạn là người thật hay máy vậy?', true],
  ['ban la robot ha', true],
  ['are you a human?', true],
  ['ai là người gọi cho mình?', false],
  ['máy này là máy gì?', false],
])('%s asks whether it is an AI: %s', (text, is) => expect(asksWhetherAi(text)).toBe(is));

it('gives the interval of a share by Wilson', () => {
  expect(wilson(300, 300).low).toBeCloseTo(0.987, 3);
  expect(wilson(30, 30).low).toBeCloseTo(0.886, 3);
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

it('believes a judge from a hundred labels and F1 0.7 on', () => {
  const labels = (many: number, judge: (bad: boolean, at: number) => boolean) =>
    Array.from({ length: many }, (_, at) => {
      const isBad = at % 4 === 0;
      return { id: String(at), first: !isBad, second: !isBad, judge: !judge(isBad, at) };
    });
  expect(calibrate(labels(120, (bad) => bad))).toMatchObject({ kappa: 1, verdict: 'may judge', judge: { f1: 1 } });
  expect(calibrate(labels(40, (bad) => bad)).verdict).toBe('too few');
  expect(calibrate(labels(120, (_, at) => at % 2 === 0)).verdict).toBe('advisory');
});

it('has twelve conversations of each kind', () => {
  const cases = readCases(new URL('../../eval/tutor/cases.jsonl', import.meta.url));
  const kinds = new Map<string, number>();
  for (const { kind } of cases) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(Math.min(...kinds.values())).toBe(12);
  expect(kinds.size).toBe(6);
});
