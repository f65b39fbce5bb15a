import { expect, it } from 'vitest';
import { createStreams, type WatchingPage } from '../../../src/channels/web/streams.ts';
import type { Reply } from '../../../src/conversation/index.ts';

const start = new Date('2026-11-24T03:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

function page(options: Partial<WatchingPage> = {}): WatchingPage {
  return {
    chat: 'a',
    address: '1.1.1.1',
    afterId: '0',
    render: (reply) => JSON.stringify(reply.message.text),
    signal: new AbortController().signal,
    ...options,
  };
}

function laterReply(id: string): { chat: string; reply: Reply } {
  return { chat: 'a', reply: { id, message: { text: [`reply ${id}`], choices: [] }, at: start } };
}

const nothingLater = async (): Promise<[]> => [];

function textOf(stream: ReadableStream<Uint8Array> | undefined): ReadableStreamDefaultReader<string> {
  if (stream === undefined) throw new Error('There was no room for the stream.');
  return stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
}

it('hands each page what came since its newest reply, once', async () => {
  const streams = createStreams(async () => [laterReply('7'), laterReply('8')]);
  const reader = textOf(streams.open(page({ afterId: '7' }), start));
  expect((await reader.read()).value).toBe(': open\n\n');
  expect(await streams.push(after(1))).toEqual({ open: 1, delivered: 1 });
  expect((await reader.read()).value).toBe('event: reply\ndata: ["reply 8"]\nid: 8\n\n');
  expect(await streams.push(after(2))).toEqual({ open: 1, delivered: 0 });
});

it('holds no more streams of one address than a house has screens, and takes others', () => {
  const streams = createStreams(nothingLater);
  const opened = Array.from({ length: 21 }, () => streams.open(page(), start));
  expect(opened.filter((stream) => stream === undefined)).toHaveLength(1);
  expect(streams.open(page({ address: '2.2.2.2' }), start)).toBeDefined();
});

it('frees the place of a stream whose reader left', async () => {
  const streams = createStreams(nothingLater);
  const reader = textOf(streams.open(page(), start));
  await reader.read();
  expect((await streams.push(after(1))).open).toBe(1);
  await reader.cancel();
  expect((await streams.push(after(2))).open).toBe(0);
});

it('frees the place of a stream whose request was given up before anybody read it', async () => {
  const streams = createStreams(nothingLater);
  const [early, late] = [new AbortController(), new AbortController()];
  early.abort();
  streams.open(page({ signal: early.signal }), start);
  streams.open(page({ signal: late.signal }), start);
  late.abort();
  expect((await streams.push(after(1))).open).toBe(0);
});

it('keeps a silent connection open with a heartbeat', async () => {
  const streams = createStreams(nothingLater);
  const reader = textOf(streams.open(page(), start));
  await reader.read();
  for (const seconds of [20, 40, 60]) {
    const beat = reader.read();
    expect((await streams.push(after(seconds))).open).toBe(1);
    expect((await beat).value).toBe(': still here\n\n');
  }
});

it('ends a stream that nobody reads from one heartbeat to the next', async () => {
  const streams = createStreams(nothingLater);
  streams.open(page(), start);
  expect((await streams.push(after(19))).open).toBe(1);
  expect((await streams.push(after(20))).open).toBe(0);
});

it('ends all streams when the program stops', async () => {
  const streams = createStreams(nothingLater);
  const reader = textOf(streams.open(page(), start));
  await reader.read();
  streams.stop();
  expect(await reader.read()).toEqual({ done: true, value: undefined });
});

it('shows at once what just came, once, and keeps what came before it for the next look', async () => {
  const streams = createStreams(async () => [laterReply('8'), laterReply('9')]);
  const reader = textOf(streams.open(page({ afterId: '7' }), start));
  await reader.read();
  streams.show('another chat', [laterReply('9').reply]);
  streams.show('a', [laterReply('7').reply, laterReply('9').reply]);
  streams.show('a', [laterReply('9').reply]);
  expect((await reader.read()).value).toBe('event: reply\ndata: ["reply 9"]\nid: 9\n\n');
  expect(await streams.push(after(1))).toEqual({ open: 1, delivered: 1 });
  expect((await reader.read()).value).toBe('event: reply\ndata: ["reply 8"]\nid: 8\n\n');
  expect(await streams.push(after(2))).toEqual({ open: 1, delivered: 0 });
  streams.show('a', [laterReply('9').reply]);
  expect(await streams.push(after(3))).toEqual({ open: 1, delivered: 0 });
});
