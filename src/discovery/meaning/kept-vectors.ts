import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import type { Queryable } from '../../database/index.ts';

/** A course whose words have not been looked at since they may have changed. */
export interface Unread {
  readonly key: number;
  readonly version: number;
  readonly text: string;
  readonly hash: Buffer;
}

/** Of a description so many characters: the beginning says what a course is about. */
const describedBy = 600;

/** The words of a course that a model reads; nobody's personal data. */
function textOf({ title, topics, skills, description = '' }: Course): string {
  return [title, topics.join(', '), skills.join(', '), description.slice(0, describedBy)].filter(Boolean).join('\n');
}

/** Courses that a model has not read, or that changed since, lowest key first. */
export async function unreadCourses(db: Queryable, model: string, limit: number): Promise<readonly Unread[]> {
  const { rows } = await db.execute<{ id: string; version: string }>(sql`
    select course.id, course.version from course
    left join course_vector as kept on kept.course_id = course.id and kept.model = ${model}
    where kept.course_version is distinct from course.version
    order by course.id limit ${limit}`);
  const versions = new Map(rows.map(({ id, version }) => [Number(id), Number(version)]));
  const courses = await coursesByKeys(db, [...versions.keys()]);
  return courses.map((course) => {
    const text = textOf(course);
    return {
      key: course.key,
      version: versions.get(course.key) ?? 0,
      text,
      hash: createHash('sha256').update(text).digest(),
    };
  });
}

/** Vectors of one model that are kept for texts, by the hash in hexadecimal. */
export async function vectorsOfTexts(
  db: Queryable,
  model: string,
  hashes: readonly Buffer[],
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await db.execute<{ hash: Buffer; vector: Buffer }>(sql`
    select distinct on (hash) hash, vector from course_vector
    where model = ${model} and hash in (select decode(given, 'hex') from unnest(${sql.param(hashes.map((hash) => hash.toString('hex')))}::text[]) as given)
    order by hash`);
  return new Map(rows.map(({ hash, vector }) => [hash.toString('hex'), vector]));
}

/** Keeps vectors of courses in the place of earlier ones; courses that are gone meanwhile are left out. */
export async function keepVectors(
  db: Queryable,
  model: string,
  read: readonly (Unread & { readonly vector: Int8Array })[],
): Promise<void> {
  const hex = (bytes: Uint8Array): string =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  const list = read.map(({ key, version, hash, vector }) => ({
    key,
    version,
    hash: hex(hash),
    vector: hex(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)),
  }));
  await db.execute(sql`
    insert into course_vector (course_id, course_version, model, hash, vector, stamp)
    select course.id, given.version, ${model}, decode(given.hash, 'hex'), decode(given.vector, 'hex'),
      (select greatest(coalesce(max(stamp), 0) + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint) from course_vector)
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as given (key bigint, version bigint, hash text, vector text)
    join course on course.id = given.key
    on conflict (course_id) do update set course_version = excluded.course_version, model = excluded.model, hash = excluded.hash,
      vector = excluded.vector, stamp = excluded.stamp`);
}

/** Vectors of a model that were kept after a stamp, oldest first, and the newest stamp among them. */
export async function vectorsSince(
  db: Queryable,
  model: string,
  { stamp, key, limit }: { readonly stamp: number; readonly key: number; readonly limit: number },
): Promise<readonly { readonly key: number; readonly stamp: number; readonly vector: Int8Array }[]> {
  const { rows } = await db.execute<{ course_id: string; stamp: string; vector: Buffer }>(sql`/* often */
    select course_id, stamp, vector from course_vector
    where (stamp, course_id) > (${stamp}::bigint, ${key}::bigint) and model = ${model} order by stamp, course_id limit ${limit}`);
  return rows.map(({ course_id, stamp: at, vector }) => ({
    key: Number(course_id),
    stamp: Number(at),
    vector: new Int8Array(vector.buffer, vector.byteOffset, vector.byteLength),
  }));
}
