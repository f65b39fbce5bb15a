import { FluentResource } from '@fluent/bundle';

/** Words by which people in Vietnam are addressed, spelt without accents; "bạn" is what the texts are written with. */
export type Address = 'ban' | 'anh' | 'chi' | 'co' | 'chu' | 'bac' | 'em';

const words: Readonly<Record<Address, readonly [lower: string, upper: string]>> = {
  ban: ['bạn', 'Bạn'],
  anh: ['anh', 'Anh'],
  chi: ['chị', 'Chị'],
  co: ['cô', 'Cô'],
  chu: ['chú', 'Chú'],
  bac: ['bác', 'Bác'],
  em: ['em', 'Em'],
};

/** "Bạn" as somebody who is spoken to: not the name Bạn Học, nor a friend ("bạn bè", "kết bạn", "các bạn"). */
const spokenTo =
  /(?<![\p{L}\p{N}])(?<!(?:kết|tình|các|nhóm|đôi) )(?:bạn|Bạn)(?![\p{L}\p{N}])(?! (?:Học|bè|gái|trai|đời|hữu|thân|(?:cùng|chung) (?:lớp|phòng|nhóm))(?![\p{L}\p{N}]))/gu;

/** The word for a person in a language. */
export function addressInWords(locale: 'vi' | 'en', address: Address = 'ban'): string {
  return locale === 'vi' ? words[address][0] : 'you';
}

type Entry = FluentResource['body'][number];
type Pattern = NonNullable<Entry['value']>;

/** The texts of a resource with "bạn" said another way. Only what we wrote: titles and other arguments stay as they come. */
export function addressed(resource: FluentResource, address: Address): FluentResource {
  if (address === 'ban') return resource;
  const [lower, upper] = words[address];
  const say = (text: string): string => text.replace(spokenTo, (word) => (word === 'Bạn' ? upper : lower));
  const changed = new FluentResource('');
  for (const entry of resource.body) {
    changed.body.push({
      ...entry,
      value: entry.value === null ? null : inPattern(entry.value, say),
      attributes: Object.fromEntries(
        Object.entries(entry.attributes).map(([name, pattern]) => [name, inPattern(pattern, say)]),
      ),
    });
  }
  return changed;
}

function inPattern(pattern: Pattern, say: (text: string) => string): Pattern {
  if (typeof pattern === 'string') return say(pattern);
  return pattern.map((element) => {
    if (typeof element === 'string') return say(element);
    if (element.type !== 'select') return element;
    return {
      ...element,
      variants: element.variants.map((variant) => ({ ...variant, value: inPattern(variant.value, say) })),
    };
  });
}
