import { kindVersions } from '../../catalogue/index.ts';
import type { Clock, Database } from '../../database/index.ts';
import { streamInternships, streamScholarships } from '../../opportunities/index.ts';
import { streamUpcomingWorkshops, workshopsVersion } from '../../workshops/index.ts';
import { type CourseIndex, createCourseIndexBuilder, emptyCourseIndex } from '../course-index.ts';
import { internshipDocument, type OfferDocument, scholarshipDocument, workshopDocument } from './documents.ts';
import type { OfferFacts, SubjectKind } from './offer.ts';

/** What the city offers about subjects besides courses, as this process searches it: the texts as courses are indexed, and the facts to choose by. */
export interface OfferIndex {
  /** Its keys are positions in `facts`. */
  readonly texts: CourseIndex;
  readonly facts: readonly OfferFacts[];
  /** Positions by kind. */
  readonly of: Readonly<Record<SubjectKind, ReadonlySet<number>>>;
}

/** An index that follows its tables. */
export interface FollowedOffers {
  current(): OfferIndex;
  /** Reads the offers again if any changed since; answers are given from the old ones meanwhile. */
  refresh(): Promise<boolean>;
}

const sliceSize = 1000;

/** Imported kinds, as `kindVersions` names them. */
const imported = ['scholarships', 'internships'];

/** @param clock workshops that have begun by it are not read; they leave the answers by their dates in any case */
export function followOffers(
  database: Database,
  { timezone, clock }: { readonly timezone: string; readonly clock: Clock },
): FollowedOffers {
  let index: OfferIndex = emptyOfferIndex();
  let version: string | undefined;

  async function* documents(): AsyncGenerator<OfferDocument[]> {
    const { db } = database;
    for await (const slice of streamUpcomingWorkshops(db, sliceSize, clock())) {
      yield slice.map((workshop) => workshopDocument(workshop, timezone));
    }
    for await (const slice of streamScholarships(db, sliceSize)) yield slice.map(scholarshipDocument);
    for await (const slice of streamInternships(db, sliceSize)) yield slice.map(internshipDocument);
  }

  return {
    current: () => index,
    async refresh() {
      const versions = await kindVersions(database.db);
      const workshops = await workshopsVersion(database.db);
      const current = [...imported.map((kind) => versions.get(kind) ?? 0), workshops].join(' ');
      if (current === version) return false;
      // Rows that change while they are read change the version again, so the next refresh picks them up.
      index = await buildOfferIndex(documents());
      version = current;
      return true;
    },
  };
}

/** Builds an index from slices; between two parts of a slice the event loop breathes, so that turns go on meanwhile. */
export async function buildOfferIndex(slices: AsyncIterable<readonly OfferDocument[]>): Promise<OfferIndex> {
  const builder = createCourseIndexBuilder();
  const facts: OfferFacts[] = [];
  const of: Record<SubjectKind, Set<number>> = { workshop: new Set(), scholarship: new Set(), internship: new Set() };
  for await (const slice of slices) {
    for (const [position, document] of slice.entries()) {
      of[document.facts.kind].add(facts.length);
      builder.add({ ...document.text, key: facts.length });
      facts.push(document.facts);
      if (position % 200 === 199) await new Promise<void>((go) => setImmediate(go));
    }
  }
  return { texts: builder.finish(), facts, of };
}

function emptyOfferIndex(): OfferIndex {
  const none = new Set<number>();
  return {
    texts: emptyCourseIndex(),
    facts: [],
    of: { workshop: none, scholarship: none, internship: none },
  };
}
