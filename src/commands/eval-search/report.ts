import type { Answer } from './asked.ts';
import {
  type LabelledQuery,
  mean,
  pairedInterval,
  quantile,
  type Ranking,
  scoreNone,
  scoreRanking,
} from './metrics.ts';

/** Queries and what was answered to them, in the same order; of several catalogues, one after another. */
export interface Asked {
  readonly queries: readonly LabelledQuery[];
  readonly answers: readonly Ranking[];
}

/** NDCG@10 of the queries that have an answer. */
export function ndcgOf({ queries, answers }: Asked): number[] {
  return queries.flatMap((query, at) => {
    const answer = answers[at];
    if (answer === undefined || Object.keys(query.relevant).length === 0) return [];
    return [scoreRanking(query, answer).ndcg10];
  });
}

/** A table of the kinds of queries and their figures. */
export function kindsTable({ queries, answers }: Asked): string[] {
  const kinds = [...new Set(queries.map((query) => query.kind))].sort();
  return [
    'kind            queries  NDCG@10  recall@10    MRR  says none',
    ...[...kinds, 'all'].map((kind) => {
      const of = queries.flatMap((query, at) => {
        const answer = answers[at];
        return answer !== undefined && (kind === 'all' || query.kind === kind) ? [{ query, answer }] : [];
      });
      const answerable = of.filter(({ query }) => Object.keys(query.relevant).length > 0);
      const scores = answerable.map(({ query, answer }) => scoreRanking(query, answer));
      const said = of.filter(({ answer }) => answer.none).length;
      const cell = (values: number[]): string => (values.length === 0 ? '–' : mean(values).toFixed(3));
      return [
        kind.padEnd(15),
        String(of.length).padStart(7),
        cell(scores.map((s) => s.ndcg10)).padStart(8),
        cell(scores.map((s) => s.recall10)).padStart(10),
        cell(scores.map((s) => s.mrr)).padStart(6),
        `${said}/${of.length}`.padStart(10),
      ].join(' ');
    }),
  ];
}

/** One line about a peer over the same queries. */
export function peerLine(name: string, asked: Asked, theirs: readonly Ranking[]): string {
  const peer = ndcgOf({ queries: asked.queries, answers: theirs });
  const { low, mean: difference, high } = pairedInterval(ndcgOf(asked), peer);
  return `${name}: NDCG@10 ${mean(peer).toFixed(3)}; ours is higher by ${difference.toFixed(3)}, 95 % interval ${low.toFixed(3)} … ${high.toFixed(3)}`;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

/** The figures of the last line. */
export function summary(queries: readonly LabelledQuery[], answers: readonly Answer[]) {
  const scores = queries.flatMap((query, at) => {
    const answer = answers[at];
    return answer === undefined || Object.keys(query.relevant).length === 0 ? [] : [scoreRanking(query, answer)];
  });
  const none = scoreNone(queries, answers);
  const times = answers.map((answer) => answer.milliseconds);
  return {
    queries: queries.length,
    ndcg10: rounded(mean(scores.map((s) => s.ndcg10))),
    recall10: rounded(mean(scores.map((s) => s.recall10))),
    mrr: rounded(mean(scores.map((s) => s.mrr))),
    none_recall: rounded(none.none_recall),
    none_precision: rounded(none.none_precision),
    false_none: rounded(none.false_none),
    p50_ms: rounded(quantile(times, 0.5)),
    p95_ms: rounded(quantile(times, 0.95)),
  };
}
