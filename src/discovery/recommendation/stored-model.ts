import { deserialize, serialize } from 'node:v8';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import type { RecommendationModel } from './model.ts';
import type { ChosenSettings } from './train.ts';

/** A model and the courses its numbers stand for. */
export interface CourseModel {
  readonly keys: Float64Array;
  readonly model: RecommendationModel;
}

/** What is known of the newest training without loading the model. */
export interface TrainingRecord {
  readonly version: number;
  readonly trainedAt: Date;
}

/** Puts a training's result in the place of the one before; without a model, when it did not beat popularity, for every process to forget the old one. */
export async function storeModel(
  db: Queryable,
  entry: {
    readonly model: CourseModel | undefined;
    readonly chosen: ChosenSettings | undefined;
    readonly learners: number;
    readonly at: Date;
  },
): Promise<void> {
  const content = entry.model === undefined ? null : serialize(entry.model);
  await db.execute(sql`
    insert into recommendation_model as kept (id, version, trained_at, learners, chosen, content)
    values (1, 1, ${entry.at}, ${entry.learners}, ${JSON.stringify(entry.chosen ?? {})}::jsonb, ${content})
    on conflict (id) do update set
      version = kept.version + 1, trained_at = excluded.trained_at, learners = excluded.learners,
      chosen = excluded.chosen, content = excluded.content`);
}

export async function lastTraining(db: Queryable): Promise<TrainingRecord | undefined> {
  const { rows } = await db.execute<{ version: string; trained_at: string | Date }>(
    sql`/* often */ select version, trained_at from recommendation_model`,
  );
  const [row] = rows;
  return row && { version: Number(row.version), trainedAt: new Date(row.trained_at) };
}

/** The newest model; undefined when there is none that is better than popularity. */
export async function loadModel(db: Queryable): Promise<CourseModel | undefined> {
  const { rows } = await db.execute<{ content: Buffer | null }>(sql`select content from recommendation_model`);
  const content = rows[0]?.content;
  return content == null ? undefined : (deserialize(content) as CourseModel);
}
