import { get as httpGet } from 'node:http';
import { isLoopback } from '../scripted-server/loopback.ts';
import type { UploadedFile } from '../scripted-server/multipart.ts';
import { isPicture } from '../scripted-server/picture.ts';
import type { Bot } from './bot.ts';
import type { Media, NewMessage } from './chat.ts';
import { optionalText, type Parameters } from './parameters.ts';
import { refusal, violation } from './refusals.ts';

export interface ReadMedia {
  readonly content: NewMessage;
  readonly media: Media;
}

const mostBytes = { photo: 10 * 1024 * 1024, document: 50 * 1024 * 1024 };

/** Reads a picture or document given as upload, address or the id of an earlier one. Addresses of this machine are fetched. */
export async function readMedia(bot: Bot, parameters: Parameters, kind: 'photo' | 'document'): Promise<ReadMedia> {
  const given = optionalText(parameters, kind);
  const upload = findUpload(parameters, kind, given);
  if (upload !== undefined) {
    if (upload.content.length === 0) throw violation('file must be non-empty');
    if (upload.content.length > mostBytes[kind]) throw violation(`file is too big for a ${kind}`, 413);
    if (kind === 'photo' && !isPicture(upload.content)) throw violation('IMAGE_PROCESS_FAILED');
    return newMedia(bot, kind, { file: upload });
  }
  if (given === undefined) throw violation(`there is no ${kind} in the request`);
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw violation('invalid file HTTP URL specified');
    if (isLoopback(new URL(given))) await requireFetchable(given, kind, bot.closed);
    return newMedia(bot, kind, { url: given });
  }
  if (bot.files.get(given) !== kind) throw violation('wrong file identifier/HTTP URL specified');
  return { content: contentOf(kind, given), media: { fileId: given } };
}

function findUpload(parameters: Parameters, kind: string, given: string | undefined): UploadedFile | undefined {
  const name = /^attach:\/\/(.+)$/.exec(given ?? '')?.[1] ?? kind;
  return parameters.files.get(name);
}

function newMedia(bot: Bot, kind: 'photo' | 'document', source: Omit<Media, 'fileId'>): ReadMedia {
  const fileId = `${kind === 'photo' ? 'AgAC' : 'BQAC'}${String(bot.files.size + 1).padStart(12, '0')}`;
  bot.files.set(fileId, kind);
  return { content: contentOf(kind, fileId, source.file), media: { fileId, ...source } };
}

function contentOf(kind: 'photo' | 'document', fileId: string, file?: UploadedFile): NewMessage {
  const ids = { file_id: fileId, file_unique_id: `U${fileId}` };
  const size = file?.content.length ?? 1;
  if (kind === 'photo') return { photo: [{ ...ids, width: 1280, height: 720, file_size: size }] };
  if (file === undefined) return { document: ids };
  return { document: { ...ids, file_name: file.fileName, mime_type: file.contentType, file_size: size } };
}

function requireFetchable(url: string, kind: 'photo' | 'document', closed: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const unreachable = (): void => fail(refusal('failed to get HTTP URL content'));
    if (!url.startsWith('http:')) return unreachable();
    const request = httpGet(url, { agent: false, signal: closed }, (response) => {
      response.resume();
      const isFound = response.statusCode !== undefined && response.statusCode >= 200 && response.statusCode < 300;
      const isRightKind = kind === 'document' || (response.headers['content-type'] ?? '').startsWith('image/');
      if (!isFound) unreachable();
      else if (!isRightKind) fail(refusal('wrong type of the web page content'));
      else done();
    });
    request.on('error', unreachable);
  });
}
