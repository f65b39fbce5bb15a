import type { Course } from '../catalogue/index.ts';
import { type Token, tokens } from '../text/index.ts';
import { type CourseFacts, createCourseFactsBuilder } from './course-facts.ts';
import { tagsOf } from './tagger.ts';
import { createTaughtSkillsBuilder, type TaughtSkills } from './taught-skills.ts';
import { prepareTaxonomy } from './taxonomy.ts';
import { createTermIndexBuilder, type TermForm } from './term-index.ts';
import { createTypedColumn } from './typed-column.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The courses of the catalogue as this process searches them: an inverted index over words and pairs of neighbours, and
 * what conditions need, all in typed arrays. It holds no texts; those of the few courses shown are read from the database.
 */
export interface CourseIndex {
  /** Documents. */
  readonly size: number;
  /** Courses over which frequencies are counted: more than its own where another index stands beside it. */
  readonly total: number;
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
  /** What its courses teach. */
  readonly taught: TaughtSkills;
  /** The index that stands beside this one; phrases are counted in both. */
  readonly beside?: CourseIndex;
  /** Courses that changed since it was built. */
  readonly later?: LaterCourses;
}

/** Courses that changed since an index was built, which they replace or add to. */
export interface LaterCourses {
  readonly index: CourseIndex;
  /** Whether a document of the earlier index stands in the later one, or is gone. */
  isReplaced(document: number): boolean;
}

/** How much a word in a field counts, and how strongly longer fields are discounted (BM25F's w and b). */
const fields = {
  title: { weight: 3, discount: 0.35, typicalLength: 8 },
  topics: { weight: 2.4, discount: 0.2, typicalLength: 5 },
  skills: { weight: 1.8, discount: 0.3, typicalLength: 6 },
  organisation: { weight: 0.5, discount: 0, typicalLength: 6 },
  description: { weight: 0.9, discount: 0.45, typicalLength: 30 },
} as const;

/** Words of a description that are read; catalogues paste whole syllabuses in. */
const longestDescription = 220;

/** Collects courses and makes an index of them. */
export interface CourseIndexBuilder {
  add(course: Course): void;
  finish(): CourseIndex;
}

export function createCourseIndexBuilder(): CourseIndexBuilder {
  const terms = createTermIndexBuilder();
  const facts = createCourseFactsBuilder();
  const taught = createTaughtSkillsBuilder();
  const keys = createTypedColumn((size) => new Float64Array(size));
  const ids: string[] = [];

  function addField(lists: readonly (readonly Token[])[], field: (typeof fields)[keyof typeof fields]): void {
    const length = lists.reduce((sum, words) => sum + words.length, 0);
    const share = field.weight / (1 - field.discount + (field.discount * length) / field.typicalLength);
    for (const words of lists) terms.count(words, share);
  }

  return {
    add(course) {
      keys.push(course.key);
      ids.push(course.id);
      facts.add(course);
      const title = wordsOf(course.title);
      const topics = course.topics.map(wordsOf);
      const skills = course.skills.map(wordsOf);
      const description = wordsOf(course.description ?? '');
      addField([title], fields.title);
      addField(topics, fields.topics);
      addField(skills, fields.skills);
      addField([course.organisation, course.platform ?? ''].map(wordsOf), fields.organisation);
      addField([description], fields.description);
      taught.add(tagsOf({ title, topics, skills, description }));
      terms.endDocument();
    },
    finish() {
      const { forms, frequency, words } = terms.finish();
      const keyOf = keys.finish();
      return {
        size: ids.length,
        total: ids.length,
        vocabulary: buildVocabulary(words, frequency),
        key: (document) => keyOf[document] ?? 0,
        id: (document) => ids[document] ?? '',
        forms,
        frequency,
        facts: facts.finish(),
        taught: taught.finish(),
      };
    },
  };
}

function wordsOf(text: string): readonly Token[] {
  return tokens(text).slice(0, longestDescription);
}

/** An index of nothing, for before the first one is built. */
export function emptyCourseIndex(): CourseIndex {
  return createCourseIndexBuilder().finish();
}

/** Courses of which one takes a sixth of a millisecond: turns wait for some ten. */
const breathesAfter = 50;

/** Builds an index from slices; between two slices the event loop breathes, so that turns go on meanwhile. */
export async function buildCourseIndex(
  slices: AsyncIterable<readonly Course[]> | Iterable<readonly Course[]>,
): Promise<CourseIndex> {
  // What courses teach is told by its names.
  await prepareTaxonomy();
  const builder = createCourseIndexBuilder();
  for await (const slice of slices) {
    for (const [position, course] of slice.entries()) {
      builder.add(course);
      if (position % breathesAfter === breathesAfter - 1) await new Promise<void>((go) => setImmediate(go));
    }
  }
  return builder.finish();
}

/** The document of a key, by halving: an index is filled in the order of keys. */
export function documentOf(index: CourseIndex, key: number): number | undefined {
  let [low, high] = [0, index.size - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.key(middle);
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
