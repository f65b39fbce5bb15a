import type { Span } from '../legible.ts';

/** What kinds of things identify a person, and the words that take their place. */
export const placeholders = {
  phone: '[số điện thoại]',
  paper: '[số giấy tờ]',
  address: '[địa chỉ]',
  account: '[số tài khoản]',
  plate: '[biển số xe]',
  email: '[email]',
  birth_date: '[ngày sinh]',
  code: '[mã số]',
  profile: '[trang cá nhân]',
} as const;

export type IdentifierKind = keyof typeof placeholders;

/** Something that identifies a person, in a legible text. */
export interface Finding extends Span {
  readonly kind: IdentifierKind;
}

/** The places where a global pattern matches. It may name what is to be taken `it` (and then needs the flag d), else all of the match is. */
export function matches(pattern: RegExp, text: string): (Span & { readonly match: RegExpExecArray })[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length];
    return { start, end, match };
  });
}
