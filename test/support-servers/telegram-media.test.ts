import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { type BotApiCaller, createCaller } from './bot-api-caller.ts';

let server: ScriptedTelegram;
let call: BotApiCaller;
let lan: Person;

beforeEach(async () => {
  server = await startScriptedTelegram();
  call = createCaller(server);
  lan = server.person();
});
afterEach(() => server.close());

describe('a poll', () => {
  const quiz = {
    question: '2 + 2?',
    options: [{ text: '3' }, { text: '4' }],
    type: 'quiz',
    correct_option_ids: [1],
    is_anonymous: false,
  };

  it('is answered by people when it is not anonymous', async () => {
    lan.start();
    await call('sendPoll', { chat_id: lan.id, ...quiz });
    const { id, poll } = await lan.next();
    expect(lan.vote(id, [1]).poll_answer).toMatchObject({ poll_id: poll?.id, option_ids: [1], user: { id: lan.id } });
    await call('sendPoll', { chat_id: lan.id, ...quiz, is_anonymous: true });
    expect(() => lan.vote(id + 1, [1])).toThrow('anonymous');
  });

  it.each([
    ['no right answer', { correct_option_ids: [] }],
    ['the older single id', { correct_option_ids: undefined, correct_option_id: 1 }],
    ['a right answer that is no option', { correct_option_ids: [2] }],
    ['no option', { options: [] }],
    ['thirteen options', { options: Array(13).fill({ text: 'a' }) }],
    ['an option over 100', { options: [{ text: 'a'.repeat(101) }, { text: 'b' }] }],
    ['a question over 300', { question: 'a'.repeat(301) }],
    ['an explanation over 200', { explanation: 'a'.repeat(201) }],
    ['an explanation of four lines', { explanation: 'a\nb\nc\nd' }],
    ['four seconds', { open_period: 4 }],
  ])('with %s is 400', async (_, wrong) => {
    lan.start();
    expect((await call('sendPoll', { chat_id: lan.id, ...quiz, ...wrong })).status).toBe(400);
    expect(lan.received).toEqual([]);
  });
});

describe('a picture or document', () => {
  const png = new Blob([Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')], { type: 'image/png' });

  function upload(kind: string, file: Blob, caption = ''): RequestInit {
    const body = new FormData();
    body.set('chat_id', String(lan.id));
    body.set(kind, file, 'so-hoc-tap.png');
    body.set('caption', caption);
    return { method: 'POST', body };
  }

  beforeEach(() => {
    lan.start();
  });

  it('is uploaded, seen with its bytes, and sent again by its id', async () => {
    await call.raw('sendPhoto', upload('photo', png, 'Sổ'));
    const seen = await lan.next();
    expect(seen).toMatchObject({
      text: 'Sổ',
      photo: { file: { fileName: 'so-hoc-tap.png', contentType: 'image/png' } },
    });
    expect(seen.photo?.file?.content.subarray(1, 4).toString()).toBe('PNG');
    const fileId = seen.photo?.fileId;
    expect((await call('sendPhoto', { chat_id: lan.id, photo: fileId })).ok).toBe(true);
    expect((await call('sendDocument', { chat_id: lan.id, document: fileId })).status).toBe(400);
    const document = await call.raw('sendDocument', upload('document', new Blob(['a,b'])));
    expect(document.result).toMatchObject({ document: { file_name: 'so-hoc-tap.png', file_size: 3 } });
  });

  it('may come by a name of its own, with its file name unquoted', async () => {
    const part = (head: string, content: string): string =>
      `--x\r\ncontent-disposition:form-data;${head}\r\n\r\n${content}\r\n`;
    const body = [
      part('name="chat_id"', String(lan.id)),
      part('name="document"', 'attach://k1'),
      part('name="k1";filename=bảng "điểm"; 1.csv\r\ncontent-type:text/csv', 'a,b\r\n--not the end'),
      '--x--\r\n',
    ].join('');
    await call.raw('sendDocument', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body,
    });
    const { document } = await lan.next();
    expect(document?.file).toMatchObject({ fileName: 'bảng "điểm"; 1.csv', contentType: 'text/csv' });
    expect(document?.file?.content.toString()).toBe('a,b\r\n--not the end');
  });

  it('that is none is 400', async () => {
    expect((await call.raw('sendPhoto', upload('photo', new Blob(['text'])))).description).toContain(
      'IMAGE_PROCESS_FAILED',
    );
    expect((await call('sendPhoto', { chat_id: lan.id })).status).toBe(400);
    expect((await call('sendPhoto', { chat_id: lan.id, photo: 'no-such-id' })).status).toBe(400);
  });

  it('by an address of this machine is fetched, and must be a picture', async () => {
    const site = createServer((request, response) => {
      response.writeHead(request.url === '/none' ? 404 : 200, {
        'content-type': request.url === '/page' ? 'text/html' : 'image/png',
      });
      response.end('x');
    }).listen(0, '127.0.0.1');
    await new Promise((done) => site.once('listening', done));
    const root = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const send = async (photo: string) => (await call('sendPhoto', { chat_id: lan.id, photo })).description;
    expect(await send(`${root}/picture`)).toBe('');
    expect(await send(`${root}/page`)).toContain('wrong type of the web page content');
    expect(await send(`${root}/none`)).toContain('failed to get HTTP URL content');
    expect(await send('https://example.org/a.png')).toBe('');
    site.closeAllConnections();
    site.close();
  });

  it('has a caption of at most 1024', async () => {
    const photo = 'https://example.org/a.png';
    expect((await call('sendPhoto', { chat_id: lan.id, photo, caption: 'a'.repeat(1025) })).status).toBe(400);
    expect((await call('sendPhoto', { chat_id: lan.id, photo, caption: 'a'.repeat(1024) })).ok).toBe(true);
  });
});
