import { z } from 'zod';
import { fold, plainLine } from '../text/index.ts';
import { type Giveaway, readGiveaway } from './giveaway.ts';

/** The pieces that files of content are made of, each with its limit and what to do when it is passed. */

type Refinement = z.core.$RefinementCtx;

/** Notes a problem and its remedy at an entry. */
export function refuse(context: Refinement, problem: string, remedy: string, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: problem, params: { remedy }, path });
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const tokenOfMarks = /\*\*|__|~~|`|\]\(|^#{1,6} |<\/?[a-z][^>]*>/im;

/** A mark of Markdown or HTML that would be shown as it stands. */
export function markIn(text: string): string | undefined {
  return tokenOfMarks.exec(text)?.[0];
}

/** Text on one line. Bold is taken off; other marks are refused, since no channel would show them as meant. */
function line(check: (text: string, context: Refinement) => void) {
  return z
    .string()
    .transform((text) => plainLine(text.replace(/\*\*([^*]+)\*\*/g, '$1')))
    .superRefine((text, context) => {
      if (text === '') refuse(context, 'để trống', 'Hãy viết vào, hoặc xóa cả mục nếu không bắt buộc.');
      const mark = markIn(text);
      if (mark !== undefined)
        refuse(
          context,
          `có dấu “${mark}”, người học sẽ thấy y như vậy`,
          'Hãy viết chữ thường, không dùng dấu của Markdown hay HTML.',
        );
      check(text, context);
    });
}

export const words = (most: number) =>
  line((text, context) => {
    const count = wordCount(text);
    if (count > most) refuse(context, `dài ${count} chữ, tối đa ${most}`, 'Hãy viết gọn lại.');
  });

export const characters = (most: number) =>
  line((text, context) => {
    const count = [...text].length;
    if (count > most) refuse(context, `dài ${count} ký tự, tối đa ${most}`, 'Hãy viết gọn lại.');
  });

export const list = <T extends z.ZodType>(entry: T, least: number, most: number) =>
  z.array(entry).superRefine((entries, context) => {
    if (entries.length < least) refuse(context, `có ${entries.length}, cần ít nhất ${least}`, 'Hãy thêm cho đủ.');
    if (entries.length > most) refuse(context, `có ${entries.length}, tối đa ${most}`, 'Hãy bớt đi.');
  });

/** Patterns that tell an answer in other words, read. */
export const giveaways = list(
  characters(120).transform((text, context): Giveaway => {
    const read = readGiveaway(text);
    if ('parts' in read) return read;
    refuse(context, read.problem, read.remedy);
    return z.NEVER;
  }),
  3,
  20,
);

export const wholeNumber = (least: number, most: number) =>
  z.number().superRefine((value, context) => {
    if (!Number.isInteger(value) || value < least || value > most)
      refuse(context, `là ${value}, phải là số nguyên từ ${least} đến ${most}`, 'Hãy sửa con số.');
  });

export const longestId = 40;

export const id = z.string().superRefine((text, context) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > longestId)
    refuse(
      context,
      `“${text}” không phải một mã`,
      `Hãy chỉ dùng chữ thường không dấu, chữ số và gạch nối, tối đa ${longestId} ký tự.`,
    );
});

export const date = z.string().superRefine((text, context) => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (at === undefined || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text)
    refuse(context, `“${text}” không phải một ngày`, 'Hãy viết năm-tháng-ngày, ví dụ 2026-11-29.');
});

/** Numbers without repeats, as domains and areas are. */
export const numbersOf = (least: number, most: number, fewest: number) =>
  list(wholeNumber(least, most), fewest, most).superRefine((values, context) => {
    if (new Set(values).size < values.length) refuse(context, 'có số lặp lại', 'Hãy giữ mỗi số một lần.');
  });

export const domains = numbersOf(1, 6, 1);

/** What would be searched for. */
export const topics = list(characters(60), 1, 8);

const optionFields = { text: words(25), right: z.boolean().optional() };

/** Three or four, of which exactly one is right, and no two read alike. */
function options<T extends z.ZodType<{ text: string; right?: boolean | undefined }>>(option: T) {
  return list(option, 3, 4).superRefine((entries, context) => {
    const right = entries.filter((each) => each.right === true).length;
    if (right === 0) refuse(context, 'không có lựa chọn nào đúng', 'Hãy thêm right: true vào lựa chọn đúng.');
    if (right > 1)
      refuse(context, `có ${right} lựa chọn đúng, phải đúng một`, 'Hãy để right: true ở một lựa chọn thôi.');
    const seen = new Set<string>();
    for (const [position, { text }] of entries.entries()) {
      if (seen.has(fold(text))) refuse(context, 'giống một lựa chọn trước', 'Hãy viết cho khác.', [position]);
      seen.add(fold(text));
    }
  });
}

export const notedOptions = options(z.strictObject({ ...optionFields, note: words(45) }));
export const plainOptions = options(z.strictObject(optionFields));

/** Refuses an id that stands twice in a list, where it stands again. */
export function refuseRepeated(entries: readonly { readonly id: string | number }[], context: Refinement): void {
  const seen = new Set<string | number>();
  for (const [position, each] of entries.entries()) {
    if (seen.has(each.id)) refuse(context, `“${each.id}” đã có ở trên`, 'Hãy đặt mã khác.', [position, 'id']);
    seen.add(each.id);
  }
}
