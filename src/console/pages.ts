import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Caller, StaffAuth, StaffMember, StaffSession } from '../staff/index.ts';
import { createFrame, type Frame } from './frame.ts';
import { refusal } from './layout.tsx';
import { boundaryOf, MalformedForm, readMultipart } from './multipart.ts';
import { type ConsoleRoute, type OpenRoute, type Reach, reachOf } from './routes.ts';
import { isSameOrigin } from './same-origin.ts';

/** What a page knows: who asks, how far they reach, what was sent. */
export interface ConsoleVariables {
  readonly frame: Frame;
  /** Of a POST: the fields of the form; the token is checked already. */
  readonly form: FormData;
}

export interface MemberVariables extends ConsoleVariables {
  readonly session: StaffSession;
  readonly member: StaffMember;
  /** Which part of what there is: everything, or what is of the member's organisation. */
  readonly reach: Exclude<Reach, 'no'>;
}

export type OpenContext = Context<{ Variables: ConsoleVariables }>;
/** The context of a page behind the sign-in. */
export type ConsoleContext = Context<{ Variables: MemberVariables }>;

export interface PageOptions {
  /** The largest form in bytes; 256 KiB unless the page takes files. */
  readonly largestForm?: number;
}

/** A file that is being sent. */
export interface SentFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Something that waits to be done, on the first page. */
export interface OverviewCard {
  readonly title: string;
  readonly figure: string | number;
  readonly text?: string | undefined;
  /** Where it is done. */
  readonly href?: string;
  readonly isAlarm?: boolean;
}

type CardSource = (c: ConsoleContext) => Promise<readonly OverviewCard[]>;

/** Where the console's pages are added. Each route must stand in `routes.ts`. */
export interface Pages {
  /** A page for members whose role may use the route. */
  on(route: ConsoleRoute, handler: (c: ConsoleContext) => Response | Promise<Response>, options?: PageOptions): void;
  /**
   * What takes a file of any size, as a stream. The fields that stand before the file are the form, the token among them: a press of
   * somebody who may not is refused before a byte of the file is read.
   * @param largestBody in bytes; answered with 413 above
   */
  upload(
    route: ConsoleRoute,
    largestBody: number,
    handler: (c: ConsoleContext, file: SentFile) => Promise<Response>,
  ): void;
  /** A page for everybody. */
  open(route: OpenRoute, handler: (c: OpenContext) => Response | Promise<Response>): void;
  /** Adds cards to the first page: what of a part waits for whoever asks; none for a role that may not open it. */
  overview(source: CardSource): void;
  /** All cards for whoever asks, in the order of the parts. */
  cards(c: ConsoleContext): Promise<readonly OverviewCard[]>;
}

export interface GuardOptions {
  readonly auth: StaffAuth;
  /** Makes the tokens of forms. */
  readonly csrfSecret: string;
  readonly callerOf: (c: Context) => Caller;
  readonly publicUrl: string | undefined;
  readonly timezone: string;
}

const usualForm = 256 * 1024;

/** The token that forms of a session carry. */
function csrfToken(secret: string, sessionId: string): string {
  return createHmac('sha256', secret).update(sessionId).digest('base64url');
}

function isToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

/** A form, or undefined for a body that is none. */
async function readForm(c: Context): Promise<FormData | undefined> {
  const type = c.req.header('content-type');
  if (type === undefined) return (await c.req.text()) === '' ? new FormData() : undefined;
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  return c.req.formData().catch(() => undefined);
}

/** Lets pages be added to an app, each behind its checks. */
export function createPages(app: Hono, options: GuardOptions): Pages {
  const split = (route: string): [method: string, path: string] => {
    const [method = '', path = ''] = route.split(' ');
    return [method, path];
  };
  const limit = (largest = usualForm) =>
    bodyLimit({
      maxSize: largest,
      onError: (c) => refusal(createFrame(c, options.timezone), 413, 'console-too-large'),
    });

  const sources: CardSource[] = [];

  /** Lets a member in whose role may use a route; else the answer says why not. */
  async function admit(c: Context, route: ConsoleRoute): Promise<ConsoleContext | Response> {
    const frame = createFrame(c, options.timezone);
    if (c.req.method !== 'GET' && !isSameOrigin(c, options.publicUrl)) return refusal(frame, 403, 'console-foreign');
    const session = await options.auth.sessionOf(options.callerOf(c));
    if (session === undefined) return signInFirst(c, frame);
    const { member } = session;
    const reach = reachOf(route, member.role);
    const signedIn = frame.signedIn({ session, csrf: csrfToken(options.csrfSecret, session.id) });
    if (reach === 'no') return refusal(signedIn, 403, 'console-forbidden');
    const context = c as unknown as ConsoleContext;
    context.set('frame', signedIn);
    context.set('form', new FormData());
    context.set('session', session);
    context.set('member', member);
    context.set('reach', reach);
    return context;
  }

  const hasToken = (c: ConsoleContext, form: FormData): boolean =>
    isToken(c.req.header('x-csrf-token') ?? form.get('csrf'), c.var.frame.csrf);

  return {
    overview: (source) => void sources.push(source),
    cards: async (c) => (await Promise.all(sources.map((source) => source(c)))).flat(),
    on(route, handler, page = {}) {
      const [method, path] = split(route);
      app.on(method, path, limit(page.largestForm), async (c) => {
        const context = await admit(c, route);
        if (context instanceof Response) return context;
        if (method !== 'GET') {
          const given = await readForm(c);
          if (given === undefined) return refusal(context.var.frame, 400, 'console-no-form');
          if (!hasToken(context, given)) return refusal(context.var.frame, 403, 'console-no-token');
          context.set('form', given);
        }
        return handler(context);
      });
    },
    upload(route, largestBody, handler) {
      const [method, path] = split(route);
      app.on(method, path, async (c) => {
        const context = await admit(c, route);
        if (context instanceof Response) return context;
        const { frame, form } = context.var;
        const boundary = boundaryOf(c.req.header('content-type'));
        if (boundary === undefined || c.req.raw.body === null) return refusal(frame, 422, 'console-no-file');
        if (Number(c.req.header('content-length') ?? 0) > largestBody) {
          await passOver(c.req.raw.body, largestBody * 4);
          return refusal(frame, 413, 'console-file-too-large', { megabytes: largestBody >> 20 });
        }
        try {
          for await (const part of readMultipart(c.req.raw.body, boundary)) {
            if (part.fileName === undefined) {
              form.append(part.name, await textOf(part.content));
              continue;
            }
            if (!hasToken(context, form)) return refusal(frame, 403, 'console-no-token');
            return await handler(context, { name: part.fileName, content: part.content });
          }
          return refusal(frame, 422, 'console-no-file');
        } catch (error) {
          if (error instanceof MalformedForm) return refusal(frame, 400, 'console-no-form');
          throw error;
        }
      });
    },
    open(route, handler) {
      const [method, path] = split(route);
      app.on(method, path, limit(), async (c) => {
        const frame = createFrame(c, options.timezone);
        if (method !== 'GET' && !isSameOrigin(c, options.publicUrl)) return refusal(frame, 403, 'console-foreign');
        const form = method === 'GET' ? new FormData() : await readForm(c);
        if (form === undefined) return refusal(frame, 400, 'console-no-form');
        const context = c as unknown as OpenContext;
        context.set('frame', frame);
        context.set('form', form);
        return handler(context);
      });
    },
  };
}

/** A field's text; a file's worth of text is nobody's. */
async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    if (length > usualForm) throw new MalformedForm('A field is too long.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Reads a body without keeping it: browsers show the answer to a form only when they could send it all. */
async function passOver(body: AsyncIterable<Uint8Array>, most: number): Promise<void> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > most) return;
  }
}

/** The page that asks to sign in; a part of a page that is loaded by script sends the whole page there. */
function signInFirst(c: Context, frame: Frame): Response {
  if (c.req.header('hx-request') === 'true') {
    c.header('HX-Redirect', '/console/sign-in');
    return c.body(null, 401);
  }
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect('/console/sign-in', 303);
  return refusal(frame, 401, 'console-signed-out');
}
