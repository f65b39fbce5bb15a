import {
  type Audience,
  audiences,
  type Course,
  type Level,
  type Mode,
  type ScheduleSlot,
  scheduleSlots,
} from '../catalogue/index.ts';
import { type Token, tokens } from '../text/index.ts';
import type { Vocabulary } from './understand.ts';
import { buildVocabulary } from './vocabulary.ts';

/**
 * The courses of the catalogue as this process searches them: an inverted index over single words and pairs of
 * neighbours, and what conditions need, all in typed arrays. It holds no texts; those of the few courses shown are read
 * from the database.
 *
 * A term is a word as written (with accents). Lookups go by the folded form, which knows its written forms, so one
 * list of postings serves both: "ban" finds "bán" and "bàn", "bán" prefers "bán".
 */
export interface CourseIndex {
  readonly size: number;
  readonly vocabulary: Vocabulary;
  /** Course key of a document number. */
  key(document: number): number;
  /** Public id of a document number. */
  id(document: number): string;
  /** The written forms of a folded word or pair ("ke toan"), none when no course has it. */
  forms(folded: string): readonly TermForm[];
  /** Documents that hold a folded word or pair. */
  frequency(folded: string): number;
  readonly facts: CourseFacts;
}

/** One written form of a term and its postings: document numbers ascending, with a weight from 0 to 1. */
export interface TermForm {
  readonly accented: string;
  readonly documents: Uint32Array;
  /** Saturated field-weighted frequency, scaled to 255. */
  readonly weights: Uint8Array;
}

/** What conditions look at, by document number. */
export interface CourseFacts {
  /** Whole đồng; -1 unknown. */
  readonly price: Float64Array;
  /** 0 unknown, 1 online, 2 in person, 3 hybrid. */
  readonly mode: Uint8Array;
  /** Number of the ward's code; 0 none. */
  readonly ward: Uint32Array;
  /** 0 unknown, 1 beginner, 2 intermediate, 3 advanced, 4 all. */
  readonly level: Uint8Array;
  /** Index into `languages`. */
  readonly language: Uint8Array;
  readonly languages: readonly string[];
  /** A bit per `scheduleSlots`. */
  readonly schedule: Uint8Array;
  /** A bit per `audiences`. */
  readonly audience: Uint16Array;
  /** 0 unknown, 1 no, 2 yes, for certificate, low data, wheelchair. */
  readonly certificate: Uint8Array;
  readonly lowData: Uint8Array;
  readonly wheelchair: Uint8Array;
  /** Hours; 0 unknown. */
  readonly hours: Float32Array;
  /** Days since 1970. */
  readonly confirmed: Uint16Array;
  /** Days since 1970; 0 unknown. */
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  readonly organisation: Uint32Array;
}

const modes: Readonly<Record<Mode, number>> = { online: 1, in_person: 2, hybrid: 3 };
const levels: Readonly<Record<Level, number>> = { beginner: 1, intermediate: 2, advanced: 3, all: 4 };

/** Bit of a schedule slot in `CourseFacts.schedule`. */
export function scheduleBit(slot: ScheduleSlot): number {
  return 1 << scheduleSlots.indexOf(slot);
}

/** Bit of an audience in `CourseFacts.audience`. */
export function audienceBit(audience: Audience): number {
  return 1 << audiences.indexOf(audience);
}

/** Days since 1970 of a `YYYY-MM-DD`, 0 for none. */
export function dayNumber(date: string | undefined): number {
  return date === undefined ? 0 : Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** How much a word in a field counts, and how strongly longer fields are discounted (BM25F's w and b). */
const fields = {
  title: { weight: 3, discount: 0.35, typicalLength: 8 },
  topics: { weight: 2.4, discount: 0.2, typicalLength: 5 },
  skills: { weight: 1.8, discount: 0.3, typicalLength: 6 },
  organisation: { weight: 0.5, discount: 0, typicalLength: 6 },
  description: { weight: 0.9, discount: 0.45, typicalLength: 30 },
} as const;

/** BM25's k1: how fast repeating a word stops to help. */
const saturation = 1.6;

/** Words of a description that are read; catalogues paste whole syllabuses in. */
const longestDescription = 220;

interface Postings {
  documents: number[];
  weights: number[];
}

class TypedColumn<T extends Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array> {
  private length = 0;
  constructor(
    private array: T,
    private readonly make: (size: number) => T,
  ) {}
  push(value: number): void {
    if (this.length === this.array.length) {
      const grown = this.make(Math.max(1024, this.array.length * 2));
      grown.set(this.array);
      this.array = grown;
    }
    this.array[this.length++] = value;
  }
  finish(): T {
    return this.array.slice(0, this.length) as T;
  }
}

const u8 = () => new TypedColumn(new Uint8Array(0), (size) => new Uint8Array(size));
const u16 = () => new TypedColumn(new Uint16Array(0), (size) => new Uint16Array(size));
const u32 = () => new TypedColumn(new Uint32Array(0), (size) => new Uint32Array(size));
const f32 = () => new TypedColumn(new Float32Array(0), (size) => new Float32Array(size));
const f64 = () => new TypedColumn(new Float64Array(0), (size) => new Float64Array(size));

/** Collects courses and makes an index of them. */
export interface CourseIndexBuilder {
  add(course: Course): void;
  finish(): CourseIndex;
}

export function createCourseIndexBuilder(): CourseIndexBuilder {
  const postings = new Map<string, Postings>();
  const keys = f64();
  const ids: string[] = [];
  const organisations = new Map<string, number>();
  const languages: string[] = [''];
  const facts = {
    price: f64(),
    mode: u8(),
    ward: u32(),
    level: u8(),
    language: u8(),
    schedule: u8(),
    audience: u16(),
    certificate: u8(),
    lowData: u8(),
    wheelchair: u8(),
    hours: f32(),
    confirmed: u16(),
    starts: u16(),
    ends: u16(),
    organisation: u32(),
  };

  function addTerms(document: number, course: Course): void {
    const frequencies = new Map<string, number>();
    const addField = (
      texts: readonly string[],
      field: (typeof fields)[keyof typeof fields],
      limit = Number.POSITIVE_INFINITY,
    ): void => {
      let length = 0;
      const lists = texts.map((text) => {
        const words = tokens(text).slice(0, limit);
        length += words.length;
        return words;
      });
      const share = field.weight / (1 - field.discount + (field.discount * length) / field.typicalLength);
      for (const words of lists) countTerms(words, share, frequencies);
    };
    addField([course.title], fields.title);
    addField(course.topics, fields.topics);
    addField(course.skills, fields.skills);
    addField([course.organisation, course.platform ?? ''], fields.organisation);
    if (course.description !== undefined) addField([course.description], fields.description, longestDescription);
    for (const [term, frequency] of frequencies) {
      let list = postings.get(term);
      if (list === undefined) {
        list = { documents: [], weights: [] };
        postings.set(term, list);
      }
      list.documents.push(document);
      list.weights.push(Math.max(1, Math.round((255 * frequency) / (saturation + frequency))));
    }
  }

  function addFacts(course: Course): void {
    const known = (value: boolean | undefined): number => (value === undefined ? 0 : value ? 2 : 1);
    facts.price.push(course.priceVnd ?? -1);
    facts.mode.push(course.mode === undefined ? 0 : modes[course.mode]);
    facts.ward.push(Number(course.ward ?? 0));
    facts.level.push(course.level === undefined ? 0 : levels[course.level]);
    facts.language.push(languageNumber(course.language));
    facts.schedule.push(course.schedule.reduce((bits, slot) => bits | scheduleBit(slot), 0));
    facts.audience.push(course.audience.reduce((bits, audience) => bits | audienceBit(audience), 0));
    facts.certificate.push(known(course.certificate));
    facts.lowData.push(known(course.lowData));
    facts.wheelchair.push(known(course.wheelchair));
    facts.hours.push(course.durationHours ?? 0);
    facts.confirmed.push(dayNumber(course.confirmedOn));
    facts.starts.push(dayNumber(course.startsOn));
    facts.ends.push(dayNumber(course.endsOn));
    const organisation = organisations.get(course.organisation) ?? organisations.size;
    organisations.set(course.organisation, organisation);
    facts.organisation.push(organisation);
  }

  function languageNumber(language: string | undefined): number {
    const base = language?.split('-')[0] ?? '';
    const position = languages.indexOf(base);
    if (position >= 0) return position;
    if (languages.length === 255) return 0;
    languages.push(base);
    return languages.length - 1;
  }

  return {
    add(course) {
      const document = ids.length;
      keys.push(course.key);
      ids.push(course.id);
      addTerms(document, course);
      addFacts(course);
    },
    finish() {
      const finished = {
        price: facts.price.finish(),
        mode: facts.mode.finish(),
        ward: facts.ward.finish(),
        level: facts.level.finish(),
        language: facts.language.finish(),
        schedule: facts.schedule.finish(),
        audience: facts.audience.finish(),
        certificate: facts.certificate.finish(),
        lowData: facts.lowData.finish(),
        wheelchair: facts.wheelchair.finish(),
        hours: facts.hours.finish(),
        confirmed: facts.confirmed.finish(),
        starts: facts.starts.finish(),
        ends: facts.ends.finish(),
        organisation: facts.organisation.finish(),
        languages,
      };
      return indexOf(postings, keys.finish(), ids, finished);
    },
  };
}

function countTerms(words: readonly Token[], share: number, frequencies: Map<string, number>): void {
  words.forEach((word, position) => {
    frequencies.set(word.accented, (frequencies.get(word.accented) ?? 0) + share);
    const next = words[position + 1];
    if (next === undefined) return;
    const pair = `${word.accented} ${next.accented}`;
    frequencies.set(pair, (frequencies.get(pair) ?? 0) + share);
  });
}

const noForms: readonly TermForm[] = [];

function indexOf(
  postings: Map<string, Postings>,
  keys: Float64Array,
  ids: readonly string[],
  facts: CourseFacts,
): CourseIndex {
  const byFolded = new Map<string, TermForm[]>();
  for (const [accented, list] of postings) {
    const folded = foldTerm(accented);
    const form: TermForm = {
      accented,
      documents: Uint32Array.from(list.documents),
      weights: Uint8Array.from(list.weights),
    };
    const forms = byFolded.get(folded);
    if (forms === undefined) byFolded.set(folded, [form]);
    else forms.push(form);
    postings.delete(accented);
  }
  const frequencies = new Map<string, number>();
  const frequency = (folded: string): number => {
    const known = frequencies.get(folded);
    if (known !== undefined) return known;
    const forms = byFolded.get(folded);
    if (forms === undefined) return 0;
    const count =
      forms.length === 1
        ? (forms[0]?.documents.length ?? 0)
        : new Set(forms.flatMap((form) => [...form.documents])).size;
    frequencies.set(folded, count);
    return count;
  };
  return {
    size: ids.length,
    vocabulary: buildVocabulary(byFolded.keys(), frequency),
    key: (document) => keys[document] ?? 0,
    id: (document) => ids[document] ?? '',
    forms: (folded) => byFolded.get(folded) ?? noForms,
    frequency,
    facts,
  };
}

const ascii = /^[\u0000-\u007f]*$/;

function foldTerm(accented: string): string {
  if (ascii.test(accented)) return accented;
  return accented
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC');
}

/** An index of nothing, for before the first one is built. */
export function emptyCourseIndex(): CourseIndex {
  return createCourseIndexBuilder().finish();
}

/** Builds an index from slices; between two slices the event loop breathes, so that turns go on meanwhile. */
export async function buildCourseIndex(slices: AsyncIterable<readonly Course[]>): Promise<CourseIndex> {
  const builder = createCourseIndexBuilder();
  for await (const slice of slices) {
    for (const [position, course] of slice.entries()) {
      builder.add(course);
      if (position % 200 === 199) await new Promise<void>((go) => setImmediate(go));
    }
  }
  return builder.finish();
}
