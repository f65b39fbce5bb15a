import { tokens } from '../text/index.ts';
import type { Relative } from './facets/extract.ts';
import type { Reading } from './reading.ts';
import { type Facets, type KeptWish, keptWish } from './wish.ts';

/** A follow-up on an earlier wish. `relative` asks for less of something than the list before had. */
export interface Refinement {
  readonly wish: KeptWish;
  readonly relative?: Relative;
}

/** What a person may drop, in their words, and the conditions it stands for. */
const droppable: readonly (readonly [words: RegExp, facets: readonly (keyof Facets)[]])[] = [
  [/^(?:gia|tien|hoc phi|chi phi|price|cost|budget)$/, ['maxPriceVnd', 'cheap']],
  [/^(?:gio|thoi gian|lich|buoi|time|schedule)$/, ['times', 'maxHours', 'minHours']],
  [/^(?:noi|cho hoc|dia diem|khu vuc|quan|phuong|place|location|district)$/, ['place']],
  [/^(?:hinh thuc|online|truc tuyen|offline|mode)$/, ['mode']],
  [/^(?:trinh do|cap do|level)$/, ['level']],
  [/^(?:chung chi|certificate)$/, ['certificate']],
  [/^(?:ngon ngu|language)$/, ['language']],
  [/^(?:doi tuong|audience)$/, ['audience']],
];

/** "Trên 1 triệu cũng được", "đắt hơn cũng được": the price no longer matters. */
const anyPrice =
  /^(?:(?:tren|hon|over|above|more than) [^ ]+(?: (?:trieu|tr|nghin|k))?|(?:dat|mac|cao) hon(?: chut| ti)?|gia nao|bao nhieu|bao nhieu tien|tien khong thanh van de|any price)(?: cung (?:duoc|ok|hoc))?(?: (?:nhe|nha|het))*$/u;

/** "Quận nào cũng được", "any district": the same as dropping it. */
const anyPlace =
  /^(?:o )?(?:tat ca (?:cac )?(?:quan|phuong|noi)|(?:quan|noi|cho|o dau|dau)(?: nao)? cung duoc|any ?where|any (?:place|district))(?: (?:het|nhe|nha))*$/u;

const dropRule =
  /^(?:thoi )?(?:bo|bo qua|khong can|khoi|xoa|ignore|drop|remove|any) (?:dieu kien |loc |the |a |ve )*(gia|tien|hoc phi|chi phi|gio|thoi gian|lich|buoi|noi|cho hoc|dia diem|khu vuc|quan|phuong|hinh thuc|online|truc tuyen|offline|trinh do|cap do|chung chi|ngon ngu|doi tuong|price|cost|budget|time|schedule|place|location|district|mode|level|certificate|language|audience|conditions?|dieu kien|loc|bo loc|het|tat ca|het dieu kien|filters?|all)(?: (?:di|nhe|nha|thoi|cung duoc|nua|condition|filter))*$/u;

/** Words that only carry a follow-up: "thì sao", "có … không", "what about". */
const followUpWords = new Set(
  `thi sao con the nao co khong ko di nhe nha voi thoi chi va hay hon nua duoc a ah oi what about how only just and or ones one any is there it them that
  instead please xem loc tim cho minh toi em cai khoa lop nao gan hoc vao dang kieu cung khac hoac buoi muon`.split(
    /\s+/,
  ),
);

/**
 * Decides whether a text is a follow-up on the previous wish: it states conditions, asks for cheaper or nearer, or
 * drops a condition, and names no topic of its own. Returns the sharper wish, or undefined for a wish of its own.
 * @param reading the text as it is read by itself, asked for only when that matters
 */
export function refine(previous: KeptWish, text: string, reading: () => Reading): Refinement | undefined {
  const folded = tokens(text)
    .map((token) => token.folded)
    .join(' ');
  if (anyPrice.test(folded)) return { wish: { ...keptWish(previous), facets: withoutFacets(previous.facets, 'gia') } };
  if (anyPlace.test(folded))
    return { wish: { ...keptWish(previous), facets: withoutFacets(previous.facets, 'place') } };
  const dropped = dropRule.exec(folded);
  if (dropped !== null)
    return { wish: { ...keptWish(previous), facets: withoutFacets(previous.facets, dropped[1] ?? '') } };
  const { wish, relative } = reading();
  const ownTopic = wish.terms.some((term) => term.source !== 'typed' || !followUpWords.has(term.text));
  if (ownTopic) return undefined;
  const states = Object.keys(wish.facets).length > 0 || wish.excluded.length > 0;
  if (!states && relative === undefined) return undefined;
  const { cheap: _cheap, ...rest } = previous.facets;
  const kept = wish.facets.maxPriceVnd === undefined ? previous.facets : rest;
  return {
    wish: {
      ...keptWish(previous),
      excluded: [...new Set([...previous.excluded, ...wish.excluded])],
      facets: { ...kept, ...wish.facets },
    },
    ...(relative === undefined ? {} : { relative }),
  };
}

/** The conditions without the one a person names; "hết", "tất cả" and the like drop them all. */
function withoutFacets(facets: Facets, named: string): Facets {
  const dropped = droppable.find(([words]) => words.test(named))?.[1];
  if (dropped === undefined) return {};
  return Object.fromEntries(Object.entries(facets).filter(([name]) => !dropped.some((each) => each === name)));
}
