import { sql } from 'drizzle-orm';
import { type Course, streamCourses } from '../../catalogue/index.ts';
import type { Database } from '../../database/index.ts';
import { fold } from '../../text/index.ts';
import type { Ranking } from './metrics.ts';

/** A search engine somebody would reasonably take instead of ours, set up as its documentation says. */
export interface Peer {
  readonly name: string;
  rank(query: string): Promise<Ranking>;
}

async function allCourses(database: Database): Promise<Course[]> {
  const courses: Course[] = [];
  for await (const slice of streamCourses(database.db, 1000)) courses.push(...slice);
  return courses;
}

/** MiniSearch over folded text: title boosted, OR, fuzzy for longer words, prefix for the last. */
async function miniSearchPeer(database: Database): Promise<Peer> {
  const { default: MiniSearch } = await import('minisearch');
  const search = new MiniSearch<{
    id: string;
    title: string;
    topics: string;
    description: string;
    organisation: string;
  }>({
    fields: ['title', 'topics', 'description', 'organisation'],
    processTerm: (term) => fold(term),
    searchOptions: {
      boost: { title: 3, topics: 2 },
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      prefix: (term) => term.length > 3,
    },
  });
  search.addAll(
    (await allCourses(database)).map((course) => ({
      id: course.id,
      title: course.title,
      topics: [...course.topics, ...course.skills].join(' '),
      description: course.description ?? '',
      organisation: course.organisation,
    })),
  );
  return {
    name: 'MiniSearch',
    rank: async (query) => {
      const ids = search.search(query).map((result) => String(result.id));
      return { ids: ids.slice(0, 10), none: ids.length === 0 };
    },
  };
}

/** Postgres full text: `simple` configuration over unaccented text, weighted fields, OR of the words, ts_rank. */
async function fullTextPeer(database: Database): Promise<Peer> {
  await database.db.execute(sql`create extension if not exists unaccent`);
  await database.db.execute(sql`
    create table peer_search as
    select public_id, setweight(to_tsvector('simple', lower(unaccent(course.title))), 'A')
      || setweight(to_tsvector('simple', lower(unaccent(array_to_string(topics || skills, ' ')))), 'B')
      || setweight(to_tsvector('simple', lower(unaccent(coalesce(course.description, '') || ' ' || organisation.name))), 'C') as document
    from course join organisation on organisation.id = course.organisation_id`);
  await database.db.execute(sql`create index on peer_search using gin (document)`);
  return {
    name: "tsvector('simple') + unaccent",
    rank: async (query) => {
      const { rows } = await database.db.execute<{ public_id: string }>(sql`
        with wanted as (
          select to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) as query
          from unnest(to_tsvector('simple', lower(unaccent(${query})))))
        select public_id from peer_search, wanted where document @@ query
        order by ts_rank(document, query) desc, public_id limit 10`);
      return { ids: rows.map((row) => row.public_id), none: rows.length === 0 };
    },
  };
}

/** `ILIKE`, as a first search is written: every word of at least two letters in title, topics, skills or description, without accents; most words first. */
async function likePeer(database: Database): Promise<Peer> {
  await database.db.execute(sql`create extension if not exists unaccent`);
  await database.db.execute(sql`
    create table peer_like as
    select public_id, unaccent(course.title || ' ' || array_to_string(topics || skills, ' ') || ' ' || coalesce(description, '')) as words
    from course`);
  return {
    name: 'ILIKE',
    rank: async (query) => {
      const words = [...new Set(fold(query).match(/[a-z0-9]{2,}/g) ?? [])];
      if (words.length === 0) return { ids: [], none: true };
      const { rows } = await database.db.execute<{ public_id: string }>(sql`
        select public_id from (
          select public_id, (select count(*) from unnest(${sql.param(words)}::text[]) as word
            where words ilike '%' || word || '%') as found from peer_like) as counted
        where found > 0 order by found desc, public_id limit 10`);
      return { ids: rows.map((row) => row.public_id), none: rows.length === 0 };
    },
  };
}

/** The peers over the courses of a database. */
export async function createPeers(database: Database): Promise<Peer[]> {
  return [await miniSearchPeer(database), await fullTextPeer(database), await likePeer(database)];
}
