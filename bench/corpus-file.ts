import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Course } from '../src/catalogue/index.ts';

/** Writes courses as a file to be imported. */
export async function writeCsv(file: string, courses: readonly Course[]): Promise<void> {
  const out = createWriteStream(file);
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  out.write('id,title,provider,description,topics,price_vnd,mode,schedule,confirmed_on\n');
  for (const course of courses) {
    const cells = [
      course.id,
      quote(course.title),
      quote(course.organisation),
      quote(course.description ?? ''),
      quote(course.topics.join(';')),
      String(course.priceVnd ?? ''),
      course.mode ?? '',
      course.schedule.join(';'),
      '2026-11-20',
    ];
    if (!out.write(`${cells.join(',')}\n`)) await new Promise<void>((go) => out.once('drain', go));
  }
  out.end();
  await finished(out);
}
