import { randomBytes } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import type { HistoryEntry, Reply, TurnResult, WatchedChat } from '../../conversation/index.ts';
import type { Clock } from '../../database/index.ts';
import { createTranslator } from '../../locales/index.ts';
import type { InboundContent, InboundMessage, Locale, Picture } from '../../message/index.ts';
import { assetNamed } from './assets.ts';
import { type BodyProblem, parseChat, parseForm, readBody } from './body.ts';
import { clientAddress } from './client-address.ts';
import { chatOfToken, isToken, newToken } from './conversation-token.ts';
import { isLinkPreview } from './link-preview.ts';
import { Answers, ChatPage } from './page.tsx';
import { createRateLimit } from './rate-limit.ts';
import { type ReplyJson, replyJson } from './reply-json.ts';
import { createStreams, inAllStreams, streamsPerAddress } from './streams.ts';

/** What the web asks of conversations. */
export interface WebConversations {
  takeTurn(message: InboundMessage): Promise<TurnResult>;
  exists(channel: 'web', chat: string): Promise<boolean>;
  history(channel: 'web', chat: string, limit: number): Promise<readonly HistoryEntry[]>;
  laterRepliesFor(channel: 'web', chats: readonly WatchedChat[]): Promise<readonly { chat: string; reply: Reply }[]>;
}

export interface WebOptions {
  readonly conversations: WebConversations;
  readonly clock: Clock;
  /** The address people reach us at. */
  readonly address: () => string;
  /** The path of a picture at that address, made anew each time a reply is shown: it lives for an hour or two. */
  readonly picturePath: (picture: Picture) => string;
  /** True when people come by https: the cookie then never travels otherwise. */
  readonly isSecure: () => boolean;
  /** Proxies in front whose forwarded address is believed. */
  readonly trustProxy: number;
  readonly rateLimitPerMinute: number;
  readonly logProblem: (error: unknown) => void;
}

/** The web channel: the residents' page, the chat API and the streams of later messages. */
export interface WebChannel {
  /** Mounted first: it sets the security headers of everything behind it. */
  readonly app: Hono;
  /** Turns away an address that asks too often; its requests to the chat and to the public API count together. */
  readonly limitRate: MiddlewareHandler;
  readonly notFound: (c: Context) => Response;
  /** What a person or program is told when a request failed by our fault. */
  readonly onError: (error: unknown, c: Context) => Response;
  /** Hands later messages to the pages that watch; called every second. */
  pushLater(): Promise<{ open: number; delivered: number }>;
  /** Shows the open pages of a chat what just came to it by itself. */
  show(chat: string, replies: readonly Reply[]): void;
  /** Ends all streams. */
  stop(): void;
}

const cookieName = 'ban_hoc';
const cookieDays = 180;

/** Entries of the conversation that the page shows, and to whoever spares data. */
const historyShown = 40;
const historyShownLight = 6;

/** What a deep link may carry: a word, or a course or workshop by its id; ids of lessons and codes of classes are words. */
const startParameter = /^[\w-]{1,200}$|^(?:course|workshop)_.{1,120}$/u;

/** Methods by address, as an Allow header lists them; GET is answered to HEAD too. */
function allowedMethods(app: Hono): Map<string, string> {
  const byPath = new Map<string, string[]>();
  for (const { path, method } of app.routes) {
    if (method === 'ALL') continue;
    byPath.set(path, [...(byPath.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  }
  return new Map([...byPath].map(([path, methods]) => [path, [...new Set(methods)].sort().join(', ')]));
}

/** The language of a page or an error: the browser's, Vietnamese unless it prefers English. */
function localeOf(c: Context): Locale {
  const asked = c.req.query('lang');
  if (asked === 'en' || asked === 'vi') return asked;
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi';
}

/** A form may only come from our own page; old browsers that say nothing are let through, the cookie is SameSite. */
function isForeignForm(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'cross-site';
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host');
}

export function createWebChannel(options: WebOptions): WebChannel {
  const { conversations, clock, picturePath } = options;
  const toJson = (reply: Reply): ReplyJson => replyJson(reply, (picture) => options.address() + picturePath(picture));
  const rateLimit = createRateLimit(options.rateLimitPerMinute);
  const streams = createStreams((chats) => conversations.laterRepliesFor('web', chats), {
    perAddress: options.rateLimitPerMinute === 0 ? inAllStreams : streamsPerAddress,
  });
  const app = new Hono();

  function refuse(
    c: Context,
    problem: BodyProblem | { status: 404 | 405 | 429 | 500 | 503; code: string; key: string; detail?: string },
    retryAfter?: number,
  ): Response {
    const t = createTranslator(localeOf(c));
    const args = retryAfter === undefined ? { problem: problem.detail ?? '' } : { seconds: retryAfter };
    if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
    return c.json({ error: { code: problem.code, message: t(problem.key, args) } }, problem.status);
  }

  function tooMany(c: Context): number {
    return rateLimit.take(clientAddress(c, options.trustProxy), clock().getTime());
  }

  const limitRate: MiddlewareHandler = async (c, next) => {
    const wait = tooMany(c);
    if (wait > 0) return refuse(c, { status: 429, code: 'too_many_requests', key: 'api-too-many' }, wait);
    return next();
  };

  function inbound(
    chat: string,
    messageId: string | undefined,
    content: InboundContent,
    locale: Locale | undefined,
  ): InboundMessage {
    return {
      channel: 'web',
      updateKey: `${chat}:${messageId ?? `~${randomBytes(12).toString('base64url')}`}`,
      chat,
      person: chat,
      ...(locale === undefined ? {} : { locale }),
      receivedAt: clock(),
      content,
    };
  }

  async function knownChat(token: string | undefined): Promise<string | undefined> {
    if (token === undefined || !isToken(token)) return undefined;
    const chat = chatOfToken(token);
    return (await conversations.exists('web', chat)) ? chat : undefined;
  }

  app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: options.isSecure() ? 'max-age=31536000' : false,
      xFrameOptions: 'DENY',
    }),
  );

  app.get('/assets/:hash/:name', (c) => {
    const found = assetNamed(c.req.param('name'));
    if (found === undefined) return c.notFound();
    return c.body(found.content, 200, {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  app.post('/api/chat', limitRate, async (c) => {
    const body = await readBody(c);
    if (typeof body !== 'string') return refuse(c, body);
    const request = parseChat(body);
    if ('status' in request) return refuse(c, request);
    const token = request.conversation ?? newToken();
    if (!isToken(token))
      return refuse(c, { status: 404, code: 'unknown_conversation', key: 'api-unknown-conversation' });
    const message = inbound(chatOfToken(token), request.messageId, request.content, undefined);
    const result = await conversations.takeTurn(
      request.conversation === undefined ? message : { ...message, goesOn: true },
    );
    if (result.kind === 'conversation_gone')
      return refuse(c, { status: 404, code: 'unknown_conversation', key: 'api-unknown-conversation' });
    if (result.kind === 'busy') {
      return refuse(c, { status: 429, code: 'busy', key: 'api-too-many' }, result.retryAfterSeconds);
    }
    if (result.kind === 'choice_never_offered') {
      return refuse(c, { status: 400, code: 'unknown_choice', key: 'api-unknown-choice' });
    }
    return c.json({ conversation: token, replies: result.replies.map(toJson) });
  });

  app.get('/api/chat/events', async (c) => {
    const chat = await knownChat(c.req.query('conversation'));
    if (chat === undefined)
      return refuse(c, { status: 404, code: 'unknown_conversation', key: 'api-unknown-conversation' });
    return watch(c, chat, (reply) => JSON.stringify(toJson(reply)));
  });

  app.get('/chat/events', async (c) => {
    const chat = await knownChat(getCookie(c, cookieName));
    // 204 tells a browser's EventSource not to come back.
    if (chat === undefined) return c.body(null, 204);
    const t = createTranslator(localeOf(c));
    return watch(c, chat, (reply) =>
      JSON.stringify(String(<Answers replies={[reply]} picturePath={picturePath} t={t} />)),
    );
  });

  async function watch(c: Context, chat: string, render: (reply: Reply) => string): Promise<Response> {
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      // Proxies hold a stream back without it.
      'x-accel-buffering': 'no',
    };
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    const last = c.req.header('last-event-id') ?? c.req.query('last_event_id');
    const afterId = last !== undefined && /^\d{1,18}$/.test(last) ? last : await newestId(chat);
    const address = clientAddress(c, options.trustProxy);
    const stream = streams.open({ chat, address, afterId, render, signal: c.req.raw.signal }, clock());
    if (stream === undefined)
      return refuse(c, { status: 503, code: 'too_many_streams', key: 'api-too-many-pages' }, 30);
    return c.body(stream, 200, headers);
  }

  async function newestId(chat: string): Promise<string> {
    const history = await conversations.history('web', chat, 1);
    const [entry] = history;
    return entry?.from === 'service' ? entry.reply.id : '0';
  }

  /** The token of the page's cookie if its conversation is there, else a new one, given to the browser. */
  async function tokenOfPage(c: Context): Promise<string> {
    const known = getCookie(c, cookieName);
    if (known !== undefined && (await knownChat(known)) !== undefined) return known;
    const token = newToken();
    setCookie(c, cookieName, token, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: options.isSecure(),
      path: '/',
      maxAge: cookieDays * 86_400,
    });
    return token;
  }

  app.post('/chat/send', async (c) => {
    const t = createTranslator(localeOf(c));
    if (isForeignForm(c)) return c.text(t('web-failed'), 403);
    const wait = tooMany(c);
    if (wait > 0) return c.text(t('api-too-many', { seconds: wait }), 429, { 'Retry-After': String(wait) });
    const body = await readBody(c);
    if (typeof body !== 'string') return c.text(t(body.key), body.status);
    const token = await tokenOfPage(c);
    const chat = chatOfToken(token);
    // A choice of a conversation that is gone (erased in another tab) is answered by starting afresh.
    const request = parseChat(body, token);
    if ('status' in request) return c.text(t(request.key, { problem: request.detail ?? '' }), request.status);
    const result = await conversations.takeTurn(inbound(chat, request.messageId, request.content, localeOf(c)));
    if (result.kind === 'busy') return c.text(t('web-busy'), 429, { 'Retry-After': String(result.retryAfterSeconds) });
    if (result.kind === 'choice_never_offered') return c.text(t('api-unknown-choice'), 400);
    if (result.kind === 'conversation_gone') return c.text(t('api-unknown-conversation'), 404);
    if (request.content.kind === 'text' && /^\s*\/(ngonngu|language)\s+\S/i.test(request.content.text))
      c.header('x-reload', '1');
    return c.html(<Answers replies={result.replies} picturePath={picturePath} t={t} />);
  });

  app.post('/', async (c) => {
    if (isForeignForm(c)) return c.text(createTranslator(localeOf(c))('web-failed'), 403);
    const t = createTranslator(localeOf(c));
    const wait = tooMany(c);
    if (wait > 0) return renderBusyPage(c, wait);
    const body = await readBody(c);
    if (typeof body !== 'string') return renderPage(c, t(body.key), body.status);
    const request = parseForm(body);
    if ('status' in request) return renderPage(c, t(request.key), request.status);
    const chat = chatOfToken(await tokenOfPage(c));
    const result = await conversations.takeTurn(inbound(chat, request.messageId, request.content, localeOf(c)));
    if (result.kind === 'busy') return renderBusyPage(c, result.retryAfterSeconds);
    if (result.kind === 'choice_never_offered') return renderPage(c, t('api-unknown-choice'), 400);
    return c.redirect('/#end', 303);
  });

  function renderBusyPage(c: Context, retryAfterSeconds: number): Promise<Response> {
    c.header('Retry-After', String(retryAfterSeconds));
    return renderPage(c, createTranslator(localeOf(c))('web-busy'), 429);
  }

  async function renderPage(
    c: Context,
    problem?: string,
    status: 200 | 400 | 404 | 413 | 429 = 200,
  ): Promise<Response> {
    const token = getCookie(c, cookieName);
    const chat = await knownChat(token);
    if (token !== undefined && chat === undefined) deleteCookie(c, cookieName, { path: '/' });
    const whole = chat === undefined ? [] : await conversations.history('web', chat, historyShown);
    const isLight = sparesData(whole);
    const history = isLight ? whole.slice(-historyShownLight) : whole;
    const locale = (chat === undefined ? undefined : languageOfHistory(history)) ?? localeOf(c);
    c.header('Cache-Control', 'no-store');
    const page = (
      <ChatPage
        locale={locale}
        t={createTranslator(locale)}
        history={history}
        isLight={isLight}
        picturePath={picturePath}
        messageId={randomBytes(9).toString('base64url')}
        {...(problem === undefined ? {} : { problem })}
      />
    );
    return c.html(`<!doctype html>${String(page)}`, status);
  }

  app.get('/', async (c) => {
    const start = c.req.query('start');
    // Only a person who follows the link starts a conversation, not a program that looks at where it leads.
    if (start === undefined || c.req.method === 'HEAD' || isLinkPreview(c.req.header('user-agent')))
      return renderPage(c);
    if (/\p{Cc}/u.test(start)) return renderPage(c, createTranslator(localeOf(c))('web-not-found'), 404);
    if (!startParameter.test(start)) return renderPage(c);
    const wait = tooMany(c);
    if (wait > 0) return renderBusyPage(c, wait);
    const chat = chatOfToken(await tokenOfPage(c));
    const content: InboundContent = { kind: 'start', parameter: start };
    const result = await conversations.takeTurn(inbound(chat, undefined, content, localeOf(c)));
    return result.kind === 'busy' ? renderBusyPage(c, result.retryAfterSeconds) : c.redirect('/#end', 303);
  });

  for (const [path, allowed] of allowedMethods(app)) {
    app.all(path, (c) => {
      c.header('Allow', allowed);
      const problem = { status: 405, code: 'method_not_allowed', key: 'api-wrong-method', detail: allowed } as const;
      if (path.startsWith('/api/')) return refuse(c, problem);
      return c.text(createTranslator(localeOf(c))(problem.key, { problem: allowed }), 405);
    });
  }

  const notFound = (c: Context): Response => {
    if (c.req.path.startsWith('/api/')) return refuse(c, { status: 404, code: 'not_found', key: 'api-not-found' });
    return c.text(createTranslator(localeOf(c))('web-not-found'), 404);
  };
  const onError = (error: unknown, c: Context): Response => {
    options.logProblem(error);
    return refuse(c, { status: 503, code: 'unavailable', key: 'api-failed' }, 10);
  };

  return {
    app,
    limitRate,
    notFound,
    onError,
    pushLater: () => streams.push(clock()),
    show: (chat, replies) => streams.show(chat, replies),
    stop: () => streams.stop(),
  };
}

/** Whether the newest answer is one to somebody who spares data. */
function sparesData(history: readonly HistoryEntry[]): boolean {
  const newest = history.findLast((entry) => entry.from === 'service');
  return newest?.from === 'service' && newest.reply.message.isLight === true;
}

/** The language of the newest answer's page furniture: the person's last choice shows in what we said. */
function languageOfHistory(history: readonly HistoryEntry[]): Locale | undefined {
  for (const entry of [...history].reverse()) {
    if (entry.from !== 'person') continue;
    const match = /^\s*\/(?:ngonngu|language)\s+(en|vi)\b/i.exec(entry.text);
    if (match?.[1] !== undefined) return match[1].toLowerCase() === 'en' ? 'en' : 'vi';
  }
  return undefined;
}
