import type { Clock, Database } from '../database/index.ts';
import type { ChannelName, MediaFile } from '../message/index.ts';
import { cityTime } from '../time/index.ts';
import { imageOf } from './image.ts';
import { withoutMetadata } from './image-metadata.ts';
import { withoutInvisible } from './invisible.ts';
import { createLeasedWork, type RowWorker } from './leased-work.ts';
import { withoutForeignLinks } from './links.ts';
import { createCircuit } from './llm/circuit.ts';
import { failureOf, isRefusal } from './llm/failure.ts';
import type { Hearing } from './llm/hearing.ts';
import { costOf, type ModelSettings } from './llm/settings.ts';
import {
  type HearingSettings,
  longestVoiceSeconds,
  type MediaFailure,
  type MediaResult,
  type TutorMedia,
} from './media.ts';
import { type ClaimedMedia, claimMedia, keepMediaResult } from './media-queue.ts';
import { reserveForMedia } from './media-spending.ts';
import { redact } from './redact.ts';
import { soundOf } from './sound.ts';

/** How a voice message or a picture was understood; no words of anybody. */
export interface MediaHandled {
  readonly mediaId: number;
  readonly outcome: 'understood' | MediaFailure;
  readonly seconds: number;
}

export interface MediaWorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** Names this process among the replicas. */
  readonly owner: string;
  readonly model: ModelSettings;
  readonly settings: HearingSettings;
  readonly hearing: Hearing;
  readonly fetchMedia: (channel: ChannelName, source: string, signal: AbortSignal) => Promise<MediaFile>;
  /** Tells the learner what was understood, in a turn of its conversation; `gone`: nobody is there any more. */
  readonly tell: (media: TutorMedia) => Promise<'told' | 'gone' | 'busy'>;
  /** Shows in a chat that an answer is on its way. */
  readonly showTyping: (chat: Pick<TutorMedia, 'channel' | 'chat'>) => void;
  readonly onHandled: (handled: MediaHandled) => void;
  readonly onProblem: (mediaId: number, error: unknown) => void;
}

/** For the file, the calls and a retry together. */
const wholeMilliseconds = 20_000;
/** Whoever began one so often and died each time died of it. */
const mostAttempts = 5;
/** What an endpoint says beyond this is cut off, in characters. */
const longestResult = 2_000;
/** What a picture may use: small models count up to some 37,000 tokens for a large one. */
const mostTokens = { input: 40_000, output: 350 } as const;
/** Clients round up, and a file may end in silence. */
const graceSeconds = 2;

/** What an endpoint made of a file, and what it cost, in millionths of a dollar; undefined: what was set aside. */
interface Came {
  readonly result: MediaResult;
  readonly microUsd: number | undefined;
}

const failed = (reason: MediaFailure): MediaResult => ({ kind: 'failed', reason });

/** Understands the voice messages and pictures that wait for an endpoint. */
export function createMediaWorker(options: MediaWorkerOptions): RowWorker {
  const { database, clock, timezone, owner, model, settings, hearing } = options;
  const circuit = createCircuit();
  const work = createLeasedWork<ClaimedMedia>({
    database,
    clock,
    owner,
    table: 'tutor_media',
    claim: (active) => claimMedia(database, { owner, now: clock(), active }),
    handle,
    showTyping: options.showTyping,
    onProblem: options.onProblem,
  });

  async function handle(media: ClaimedMedia): Promise<MediaHandled['outcome'] | undefined> {
    const started = performance.now();
    // With a result a process died that had not told it yet.
    let { result } = media;
    if (result === undefined) {
      const came = await understand(media);
      // Another process goes on with it, or this program when it is started again.
      if (work.stopping.aborted && came.result.kind === 'failed') return undefined;
      if (!(await keepMediaResult(database.db, { media, owner, ...came }))) return undefined;
      result = came.result;
    }
    await work.tellUntilTaken(() => options.tell(media));
    const outcome = result.kind === 'failed' ? result.reason : 'understood';
    options.onHandled({ mediaId: media.id, outcome, seconds: (performance.now() - started) / 1000 });
    return outcome;
  }

  async function understand(media: ClaimedMedia): Promise<Came> {
    const nothing = (reason: MediaFailure): Came => ({ result: failed(reason), microUsd: 0 });
    if (!media.isAgreed) return nothing('consent');
    if (media.attempts > mostAttempts || !circuit.mayCall(performance.now())) return nothing('down');
    const refusal = await reserveForMedia(database.db, {
      id: media.id,
      learnerId: media.learnerId,
      day: cityTime(clock(), timezone).day,
      dayMicroUsd: Math.floor(model.dailyBudgetUsd * 1e6),
      microUsd:
        media.what === 'voice'
          ? voiceCost(media.seconds ?? longestVoiceSeconds)
          : costOf(model, mostTokens.input, mostTokens.output),
    });
    if (refusal !== undefined) return nothing(refusal);
    const signal = AbortSignal.any([AbortSignal.timeout(wholeMilliseconds), work.stopping]);
    const file = await options.fetchMedia(media.channel, media.source, signal).catch((error: unknown) => {
      options.onProblem(media.id, error);
      return undefined;
    });
    if (file === undefined) return nothing('down');
    if (file.kind !== 'fetched') return nothing(file.kind);
    return media.what === 'voice' ? listen(media, file.bytes, signal) : look(media, file.bytes, signal);
  }

  function voiceCost(seconds: number): number {
    return Math.ceil((seconds / 60) * settings.voiceMinutePrice * 1e6);
  }

  async function listen(media: ClaimedMedia, bytes: Uint8Array, signal: AbortSignal): Promise<Came> {
    const sound = soundOf(bytes);
    const { transcriptionModel } = settings;
    if (sound === undefined || transcriptionModel === undefined) return { result: failed('gone'), microUsd: 0 };
    const seconds = sound.seconds ?? media.seconds;
    if (seconds !== undefined && seconds > longestVoiceSeconds + graceSeconds)
      return { result: failed('too_long'), microUsd: 0 };
    try {
      const heard = await hearing.transcribe(transcriptionModel, sound, media.locale, signal);
      circuit.succeeded();
      return { result: bounded(heard), microUsd: seconds === undefined ? undefined : voiceCost(seconds) };
    } catch (error) {
      return afterFailure(media, error);
    }
  }

  async function look(media: ClaimedMedia, bytes: Uint8Array, signal: AbortSignal): Promise<Came> {
    const sent = imageOf(bytes);
    // Where and with what it was taken is nobody's matter.
    const image = sent && withoutMetadata(sent);
    const { visionModel } = settings;
    if (image === undefined || visionModel === undefined) return { result: failed('gone'), microUsd: 0 };
    try {
      const { text, tokens } = await hearing.see(visionModel, image, media.locale, signal);
      circuit.succeeded();
      return { result: bounded(withoutMarkdown(text)), microUsd: tokens && costOf(model, tokens.input, tokens.output) };
    } catch (error) {
      return afterFailure(media, error);
    }
  }

  function afterFailure(media: ClaimedMedia, error: unknown): Came {
    if (!work.stopping.aborted) {
      // A file that the endpoint does not take is no failure of the endpoint.
      if (failureOf(error) !== 'refused') circuit.failed(performance.now());
      options.onProblem(media.id, error);
    }
    // An endpoint that says no has used nothing; of any other it is not known.
    return { result: failed('down'), microUsd: isRefusal(error) ? 0 : undefined };
  }

  return work;
}

function withoutMarkdown(text: string): string {
  return text.replace(/\*\*|__|`+|^#+ +/gm, '');
}

/** Words of an endpoint without links, and without what identifies a person. What it makes of silence is nothing. */
function bounded(said: string): MediaResult {
  const plain = withoutForeignLinks(withoutInvisible(said).slice(0, longestResult), [], '');
  const text = redact(plain).text.trim();
  return /[\p{L}\p{N}]/u.test(text) ? { kind: 'understood', text } : failed('empty');
}
