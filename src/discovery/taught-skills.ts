import type { Tag } from './tagger.ts';
import { createTypedColumn } from './typed-column.ts';

/** A course of an index that teaches a skill. */
export interface TaughtIn {
  readonly document: number;
  /** How surely the skill is what the course is about, up to 1. */
  readonly weight: number;
}

/** Which skills the courses of an index teach. */
export interface TaughtSkills {
  /** The courses that teach a concept, in the order of their numbers. */
  coursesOf(concept: string): readonly TaughtIn[];
  /** What a course teaches, the surest first. */
  skillsOf(document: number): readonly Tag[];
  /** How many courses teach each concept that any teaches. */
  counts(): ReadonlyMap<string, number>;
}

/** Collects the tags of courses in the order of their numbers. */
export interface TaughtSkillsBuilder {
  add(tags: readonly Tag[]): void;
  finish(): TaughtSkills;
}

/** About 20 bytes a course: numbers of concepts and weights in hundredths side by side. */
export function createTaughtSkillsBuilder(): TaughtSkillsBuilder {
  const numbers = new Map<string, number>();
  const concepts: string[] = [];
  const starts = createTypedColumn((size) => new Uint32Array(size));
  const concept = createTypedColumn((size) => new Uint16Array(size));
  const weight = createTypedColumn((size) => new Uint8Array(size));
  const counts: number[] = [];
  let length = 0;

  function numberOf(id: string): number {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, concepts.length);
    counts.push(0);
    return concepts.push(id) - 1;
  }

  return {
    add(tags) {
      starts.push(length);
      for (const tag of tags) {
        const number = numberOf(tag.concept);
        concept.push(number);
        weight.push(Math.round(tag.weight * 100));
        counts[number] = (counts[number] ?? 0) + 1;
        length++;
      }
    },
    finish() {
      starts.push(length);
      const [start, conceptOf, weightOf] = [starts.finish(), concept.finish(), weight.finish()];
      const documents = byConcept(start, conceptOf, counts);
      return {
        coursesOf(id) {
          const number = numbers.get(id);
          if (number === undefined) return [];
          const found: TaughtIn[] = [];
          for (let at = documents.starts[number] ?? 0; at < (documents.starts[number + 1] ?? 0); at++) {
            const place = documents.places[at] ?? 0;
            found.push({ document: documents.documents[at] ?? 0, weight: (weightOf[place] ?? 0) / 100 });
          }
          return found;
        },
        skillsOf(document) {
          const tags: Tag[] = [];
          for (let at = start[document] ?? 0; at < (start[document + 1] ?? 0); at++) {
            tags.push({ concept: concepts[conceptOf[at] ?? 0] ?? '', weight: (weightOf[at] ?? 0) / 100 });
          }
          return tags;
        },
        counts: () => new Map(concepts.map((id, number) => [id, counts[number] ?? 0])),
      };
    },
  };
}

/** Documents ordered by concept, and where in the tags each stands. */
function byConcept(start: Uint32Array, conceptOf: Uint16Array, counts: readonly number[]) {
  const starts = new Uint32Array(counts.length + 1);
  for (const [number, count] of counts.entries()) starts[number + 1] = (starts[number] ?? 0) + count;
  const next = starts.slice();
  const documents = new Uint32Array(starts.at(-1) ?? 0);
  const places = new Uint32Array(documents.length);
  for (let document = 0; document + 1 < start.length; document++) {
    for (let at = start[document] ?? 0; at < (start[document + 1] ?? 0); at++) {
      const number = conceptOf[at] ?? 0;
      const to = next[number] ?? 0;
      documents[to] = document;
      places[to] = at;
      next[number] = to + 1;
    }
  }
  return { starts, documents, places };
}
