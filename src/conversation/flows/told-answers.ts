import { namedConcept } from '../../discovery/index.ts';
import type { FactKind, Told } from '../../learners/index.ts';
import { aboutMe } from '../about-me.ts';
import type { TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';

/** Goals as people answer when asked what for; in passing the same words would say too little. */
const goalAnswers: readonly (readonly [RegExp, NonNullable<Told['goal']>])[] = [
  [
    /(?:^| )(?:(?:tim|kiem|xin|doi|chuyen) (?:duoc )?(?:cong )?(?:viec|nghe)|viec (?:lam )?moi|new job|find (?:a )?(?:job|work))(?= |$)/,
    { kind: 'new_job' },
  ],
  [
    /(?:^| )(?:lam (?:viec )?(?:tot|gioi|nhanh) hon|thang (?:tien|chuc)|(?:tang|len) luong|nang cao tay nghe|cong viec(?: hien tai)?|better at (?:my )?(?:work|job))(?= |$)/,
    { kind: 'better_work' },
  ],
  [
    /(?:^| )(?:mo (?:tiem|quan|shop|cua hang)|lam an|buon ban|kinh doanh|lam chu|khoi nghiep|own business)(?= |$)/,
    { kind: 'own_business' },
  ],
  [/(?:^| )(?:(?:day|kem|giup|cho) (?:con|chau|be)|help my (?:child|kid|son|daughter))(?= |$)/, { kind: 'help_child' }],
  [/(?:^| )(?:cho vui|so thich|giai tri|thu gian|(?:for )?fun|hobby)(?= |$)/, { kind: 'hobby' }],
  [/(?:^| )(?:hang ngay|doi song|cuoc song|sinh hoat|daily life)(?= |$)/, { kind: 'daily_life' }],
  // "Thì" is no exam.
  [
    /^(?:di |de |on |hoc )?thi$|(?:^| )(?:on thi|luyen thi|di thi|de thi|ky thi|thi (?:cu|bang|lay|dai hoc|cap|vao|chung chi|cong chuc)|lay bang|bang cap|exam|diploma)(?= |$)/,
    { kind: 'exam' },
  ],
];

/** Longest answer to one of our questions; what is longer is a wish. */
const mostWords = 9;

/** Asks for courses whatever was asked: "học …", "tìm lớp …", but not "học để …" and "tìm việc …". */
const wishes =
  /^(?:(?:em|minh|toi|tui|anh|chi|co|chu|bac|i) )?(?:(?:muon|can|want to|would like to) )?(?:hoc(?! (?:de|cho)(?: |$))|tim(?! (?:duoc )?(?:cong )?viec)|kiem lop|lop|khoa|learn|study|find(?! (?:a )?(?:new )?(?:job|work)))(?= )/;

/**
 * What a typed text says of one kind of fact, asked for or about to be changed; the same readers hear it in passing. Empty when the text
 * is no answer, such as a wish.
 */
export function typedAnswer({ finder, now }: TurnContext, kind: FactKind, text: string): Told {
  const heard = aboutMe(text, {
    facetsOf: (clause) => finder.understand(clause).facets,
    namedConcept,
    thisYear: now.getFullYear(),
  }).told;
  if (heard[kind] !== undefined) return { [kind]: heard[kind] };
  const words = plainWords(text);
  if (words.split(' ').length > mostWords || wishes.test(words)) return {};
  const { terms, facets } = finder.understand(text);
  switch (kind) {
    case 'goal': {
      const goal = goalAnswers.find(([pattern]) => pattern.test(words))?.[1];
      if (goal !== undefined) return { goal };
      const occupation = /^(?:de )?(?:di )?lam (?<tail>.+)$/.exec(words)?.groups?.tail;
      const named =
        occupation === undefined
          ? undefined
          : (namedConcept(text.trim().split(/\s+/u).slice(-occupation.split(' ').length).join(' ')) ??
            namedConcept(occupation));
      return named === undefined ? {} : { goal: { occupation: named.id, label: named.label } };
    }
    case 'interests': {
      const liked = namedConcept(text);
      return liked === undefined ? {} : { interests: [{ concept: liked.id, label: liked.label }] };
    }
    case 'skills': {
      const skill = namedConcept(text);
      return skill === undefined ? {} : { skills: [{ concept: skill.id, label: skill.label }] };
    }
    case 'place': {
      const place = terms.length === 0 ? facets.place?.value : undefined;
      return place === undefined ? {} : { place: { label: place.label, wards: [...place.wards] } };
    }
    case 'times': {
      const times = terms.length > 0 ? [] : (facets.times?.value.filter((time) => time !== 'self_paced') ?? []);
      return times.length === 0 ? {} : { times: times as NonNullable<Told['times']> };
    }
    case 'budget':
      return terms.length > 0 || facets.maxPriceVnd === undefined ? {} : { budget: facets.maxPriceVnd.value };
    case 'level':
      return terms.length > 0 || facets.level === undefined ? {} : { level: facets.level.value };
    case 'language': {
      const language = facets.language?.value;
      return language === 'vi' || language === 'en' ? { language } : {};
    }
    default:
      return {};
  }
}
