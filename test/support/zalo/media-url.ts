import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isLoopback } from '../scripted-server/loopback.ts';
import { isPicture } from '../scripted-server/picture.ts';
import { violation } from './platform-error.ts';

/** What came of fetching a picture as the platform would. */
export interface FetchedPhoto {
  readonly url: string;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly contentType: string;
  readonly bytes: number;
  /** By its first bytes, whatever the content type says. */
  readonly isPicture: boolean;
}

const privateAddress = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.)/;

/** Requires an address the platform can fetch from: public http or https; this machine's own passes for one. */
export function requireMediaUrl(text: string, name: string): URL {
  if (!URL.canParse(text)) throw violation(`${name} is not a URL`);
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) throw violation(`${name} must be an http or https URL`);
  if (isLoopback(url)) return url;
  const isInside = privateAddress.test(url.hostname) || /^[^.]+$|\.(?:local|internal)$/.test(url.hostname);
  if (isInside || url.username !== '') throw violation(`${name} must be a public URL`);
  return url;
}

export function fetchPhoto(url: URL, closed: AbortSignal): Promise<FetchedPhoto> {
  return new Promise((done) => {
    const none = (): void => done({ url: url.href, status: 0, contentType: '', bytes: 0, isPicture: false });
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = start(url, { agent: false, signal: closed }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        const content = Buffer.concat(chunks);
        done({
          url: url.href,
          status,
          contentType: headers['content-type'] ?? '',
          bytes: content.length,
          isPicture: isPicture(content),
        });
      });
      response.on('error', none);
    });
    request.on('error', none);
    request.end();
  });
}
