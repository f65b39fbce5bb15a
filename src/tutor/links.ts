import { isVietnameseSyllable } from '../text/index.ts';
import { blank, type Legible, legible, type Span } from './legible.ts';

/** A link that leads to somewhere it may not. */
export interface ForeignLink {
  /** As it stands in the text. */
  readonly written: string;
  /** Where a browser would go, in ASCII ("xn--…"); empty for what is no web address ("javascript:", "tel:"). */
  readonly host: string;
}

/**
 * The links of a text whose host is not among the allowed, in their order: with a scheme or bare, in Markdown, with a name before an "@", with
 * dots of other scripts or in brackets, as numbers, and mailboxes. A host is allowed by its exact name, with or without "www."; its subdomains
 * are others', as on "github.io". On an allowed host a name, a password, a port or a backslash makes a link foreign too.
 */
export function linksOutside(text: string, allowedHosts: readonly string[]): ForeignLink[] {
  const view = legible(text);
  return foreign(view, allowedHosts).map(({ span, host }) => ({ written: cut(view, span), host }));
}

/** The text with `instead` for each foreign link. Of a Markdown link the label stays. Twice is the same as once. */
export function withoutForeignLinks(text: string, allowedHosts: readonly string[], instead: string): string {
  let view = legible(text);
  // What stood around a link may make another where nothing is put in its place.
  for (let round = 0; round < mostRounds; round++) {
    const found = foreign(view, allowedHosts);
    if (found.length === 0) break;
    const rest = withBlanks(view, found).replace(emptied, instead === '' ? '$1' : `$1 ${blank}`);
    view = legible(rest.replaceAll(blank, () => instead));
  }
  return view.text;
}

/** Links made of links: each round takes one layer off. */
const mostRounds = 20;
/** A Markdown link whose address was taken out. */
const emptied = /\[([^[\]\n]{0,300})\]\( {0,2}\u0000 {0,2}\)/g;

/** A blank for each link. */
function withBlanks(view: Legible, found: readonly Found[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { span } of found) {
    pieces.push(view.text.slice(from, view.places[span.start]), blank);
    from = view.places[span.end] ?? view.text.length;
  }
  return pieces.join('') + view.text.slice(from);
}

function cut(view: Legible, { start, end }: Span): string {
  return view.text.slice(view.places[start], view.places[end]);
}

/** Countries' (ISO 3166 and a few more): "js" and "vd" are none. */
const countries =
  `ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co
  cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie
  il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv
  mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss
  st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw`
    .split(/\s+/)
    .join('|');
/** Ends of hosts that chats make links of. Two letters are a country's, or an everyday syllable after a forgotten blank. */
const endings = `com|net|org|info|biz|edu|gov|mil|int|name|pro|app|dev|page|web|xyz|top|site|online|shop|store|club|link|click|live|life|world|today|news|blog|tech|cloud|space|fun|vip|win|bet|loan|bid|icu|cyou|cfd|sbs|rest|bar|pw|gg|host|website|press|asia|mobi|tel|jobs|travel|work|team|group|agency|digital|education|academy|school|university|zone|media|network|systems|services|support|help|center|one|buzz|monster|quest|zip|mov|${countries}|xn--[a-z0-9-]{2,59}`;
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?';
/** Up to a blank, a quotation mark or a bracket: of "[label](address)" two pieces. */
const rest = '[^\\s<>"\'`{}|()[\\]\\u0000]*';
/** "https://…", "//host", "hxxps://", "javascript:…". */
const withScheme = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[a-z][a-z0-9+.-]{1,15}:[/\\\\]{2,}|(?<=[\\s("'=<\\[]|^)[/\\\\]{2}(?=${label}\\.))(?:[^\\s<>"'\`{}|()[\\]\\u0000]+|\\[[0-9a-f:.]+\\]${rest})`,
  'gmu',
);
/** "Tel: 028…" is a telephone number told, "tel:028…" a link. */
const scripted =
  /(?<![\p{L}\p{N}])(?:(?:javascript|vbscript) {0,2}: {0,2}|https? {0,2}: {0,2}|data:(?=[a-z]+\/)|(?:mailto|tel|sms|tg|intent|blob|facetime):)[^\s<>"'()[\]]+/gu;
const bare = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}._%+-]{1,64}@)?(?:${label}\\.){1,5}(?:${endings})(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])\\.?(?::\\d{1,5})?(?:[/?#\\\\@]${rest})?`,
  'gu',
);
/** "evil[.]com", "evil (dot) com", "evil . com", "evil chấm com": told, not clicked. */
const spelled =
  /(?<![\p{L}\p{N}])[a-z0-9][a-z0-9-]{1,61}(?:(?: ?[([{] ?(?:\.|dot|chấm|cham) ?[)\]}] ?| (?:dot|chấm|cham) )(?:com|net|org|vn|info|xyz|top|site|online|shop|club|link|click)| ?\. ?(?<= | \.)(?:com|net|org|vn|xyz))(?![\p{L}\p{N}])(?:\/[^\s<>"'()[\]]*)?/gu;
/** Addresses of machines: with a path or a port only, because lessons name them. */
const machine = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}[^\s<>"']*|\/[^\s<>"']+)/gu;

interface Found {
  readonly span: Span;
  readonly host: string;
}

function foreign(view: Legible, allowedHosts: readonly string[]): Found[] {
  const allowed = new Set(allowedHosts.map((host) => withoutWww(hostOf(host) ?? '')).filter((host) => host !== ''));
  const spans = [withScheme, scripted, bare, spelled, machine]
    .flatMap((pattern) => [...view.lower.matchAll(pattern)])
    .map((match) => trimmed(match[0], match.index))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const found: Found[] = [];
  let from = 0;
  for (const span of spans) {
    const written = view.lower.slice(span.start, span.end);
    if (span.start < from || isWordsWithoutBlank(written)) continue;
    const host = hostOf(written.replace(/ ?[([{] ?(?:\.|dot|chấm|cham) ?[)\]}] ?| (?:dot|chấm|cham) | ?\. ?/, '.'));
    // What lies inside an allowed link is a part of it.
    from = span.end;
    if (!allowed.has(withoutWww(host ?? '')) || isDisguised(written)) found.push({ span, host: host ?? '' });
  }
  return found;
}

/** Without the sign that ends the sentence or closes the bracket around a link. */
function trimmed(written: string, start: number): Span {
  let length = written.length;
  while (/[.,;:!?…*_~'"\])}>]/.test(written.charAt(length - 1))) length--;
  return { start, end: start + length };
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '').replace(/\.$/, '');
}

/** Where a browser would go, or nothing. */
function hostOf(written: string): string | undefined {
  const isWeb = /^(?:h(?:tt|xx)ps?:)?[/\\]{2,}/.test(written);
  if (!isWeb && /^[a-z][a-z0-9+.-]*: {0,2}(?!\d)/.test(written)) return undefined;
  const address = `https://${written.replace(/^(?:h(?:tt|xx)ps?:)?[/\\]+/, '')}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

/** On an allowed host: a name before it, a port, a backslash, a broken scheme. */
function isDisguised(written: string): boolean {
  const authority = written.replace(/^[a-z]*:?\/\//, '').split(/[/?#]/, 1)[0] ?? '';
  return /[\\@:%]/.test(authority) || /^hxx/.test(written);
}

/** "xong.ai" is "xong. Ai" and "asp.net" a technique, unless a path follows. */
function isWordsWithoutBlank(written: string): boolean {
  if (/[/@:?#\\]/.test(written)) return false;
  const labels = written.split('.');
  if (labels.length !== 2) return false;
  if (/^(?:asp|vb|ado|ml)\.net$/.test(written)) return true;
  const [name = '', ending = ''] = labels;
  return /^(?:ai|co|la|to|me|my|so|in|is|it|no|be|do|am|an|as|at|im|ma|mo|ne|nu|ba|bi|de|ga|ge|hu|ly|mu|pa|re|sa|ru|tv|sh|py|md|rs|cc|ps|ts|pl|ml|id|us|ca|th|ch|gi|kh|ph|tr|ng|nh|va|vi|ve|mc|ag|gs)$/.test(
    ending,
  )
    ? /[^\u0000-\u007f]/.test(name) || isVietnameseSyllable(name) || /^(?:py|md|sh|rs|ts|pl|cc|ps)$/.test(ending)
    : false;
}
