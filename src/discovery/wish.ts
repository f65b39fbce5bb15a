import type { Audience, Level, ScheduleSlot } from '../catalogue/index.ts';
import type { StartSpan } from './facets/starts.ts';

/**
 * A stated condition. `hard` is an explicit "chỉ", "không", "only", "must": it excludes; otherwise it is a strong
 * preference: what meets every condition comes first, then near misses that say what they miss.
 */
export interface Condition<T> {
  readonly value: T;
  readonly hard: boolean;
}

/** A place as the resident named it and the wards it means (a former district is the units that came out of it). */
export interface PlaceWish {
  /** How to name it back to the person: "Quận 3 (cũ)", "Phường Hiệp Bình". */
  readonly label: string;
  /** Official ward codes; never empty. */
  readonly wards: readonly string[];
  /** One former ward that was divided among these, and the person did not say yet which of them they mean. */
  readonly isDivided?: true;
}

/** The conditions taken out of a message. Absent = not stated. Values inside a list are ORed, facets are ANDed. */
export interface Facets {
  /** Whole đồng a person will pay at most; 0 is "miễn phí". "Rẻ" without a figure is `cheap`. */
  readonly maxPriceVnd?: Condition<number>;
  readonly cheap?: Condition<true>;
  readonly place?: Condition<PlaceWish>;
  /** `online` accepts online and hybrid; `in_person` accepts in_person and hybrid. */
  readonly mode?: Condition<'online' | 'in_person'>;
  readonly times?: Condition<readonly ScheduleSlot[]>;
  readonly level?: Condition<Exclude<Level, 'all'>>;
  /** BCP 47 of the wanted teaching language. */
  readonly language?: Condition<string>;
  readonly audience?: Condition<readonly Audience[]>;
  readonly certificate?: Condition<true>;
  readonly lowData?: Condition<true>;
  readonly wheelchair?: Condition<true>;
  readonly maxHours?: Condition<number>;
  readonly minHours?: Condition<number>;
  /** When it is to begin, as it was said; the days are worked out when the search is made. */
  readonly starts?: Condition<StartSpan>;
}

/**
 * What is known of a person and was not asked for now: it moves courses a little and leaves none out. A stated condition on the same
 * thing takes its place.
 */
export interface Leaning {
  /** The groups of people they belong to. */
  readonly audiences?: readonly Audience[];
  readonly level?: Exclude<Level, 'all'>;
  /** They have no computer, or not even a phone. */
  readonly device?: 'phone' | 'none';
  /** A device or the network is in the way, as they said just now: what is free and needs little data comes first. */
  readonly isCutOff?: true;
}

/** One term of the topic with its alternatives, as the index looks it up. */
export interface TopicTerm {
  /** Folded token or phrase (tokens joined by one space). */
  readonly text: string;
  /** The same with its accents when the person typed accents, for the accented fields. */
  readonly accented?: string;
  /** How the words are said back, with the accents they should have; the text itself when missing. */
  readonly spoken?: string;
  /** 1 for what the person wrote; below 1 for what a dictionary added. */
  readonly weight: number;
  /** Where it came from: `related` names a neighbouring concept; `situation` is a word that told of one and names nothing itself. */
  readonly source: 'typed' | 'abbreviation' | 'spelling' | 'taxonomy' | 'related' | 'situation';
  /** Where the word stood among the text's tokens, for single words: neighbours are looked up as a pair as well. */
  readonly position?: number;
  /** The concept of which the text is a name. */
  readonly concept?: string;
  /** Terms with the same group are alternatives of one idea: the best of them counts, not their sum. */
  readonly group: number;
}

/**
 * A wish as it is kept between messages: what was said, and the conditions. The terms are read from it again when they are
 * needed: a situation has hundreds (23 kB on average), and rows that large cost more than the reading.
 */
export interface KeptWish {
  /** The person's topic words as they would be said back, "" when only conditions were given. */
  readonly topic: string;
  /** The text whose topic it is, "" when none was named. */
  readonly said: string;
  /** Topic words that must not appear ("không phải tiếng anh"). Folded phrases. */
  readonly excluded: readonly string[];
  readonly facets: Facets;
  readonly leaning?: Leaning;
  /** No spelling is to be corrected: the person said that they meant what they typed. */
  readonly asTyped?: true;
  /** Words of the message, conditions too. */
  readonly length: number;
  /** The language the message is written in. */
  readonly writtenIn: 'vi' | 'en';
}

/** What a message means to discovery. */
export interface Wish extends KeptWish {
  readonly terms: readonly TopicTerm[];
}

/** The wish without its terms. */
export function keptWish({ topic, said, excluded, facets, leaning, asTyped, length, writtenIn }: KeptWish): KeptWish {
  return {
    topic,
    said,
    excluded,
    facets,
    ...(leaning === undefined ? {} : { leaning }),
    ...(asTyped === undefined ? {} : { asTyped }),
    length,
    writtenIn,
  };
}
