import { fold } from '../text/index.ts';

/** Family names that nearly everybody in the country has one of. */
const familyNames = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao dinh doan trinh truong mai lam luong ta to cao chau vuong'.split(
    ' ',
  ),
);

/**
 * A name as a class may call a child: "An" of "Nguyễn Văn An" and of "Nguyễn An", for the given name stands last; a name of one or two
 * words without a family name in front ("Bé Na", "Minh Anh") stays as it is.
 */
export function givenName(name: string): string {
  const words = name.split(' ');
  const last = words.at(-1) ?? name;
  return words.length > 2 || (words.length === 2 && familyNames.has(fold(words[0] ?? ''))) ? last : name;
}
