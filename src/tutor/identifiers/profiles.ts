import type { Legible } from '../legible.ts';
import { type Finding, matches } from './finding.ts';

const site =
  '(?:facebook|fb|instagram|tiktok|threads|twitter|x|zalo|t|telegram|wa|m|linkedin|youtube|pinterest|snapchat|github|whatsapp|viber|locket|lotus)';
/** A page of a person: "fb.com/lan.anh.99", "zalo.me/0912345678"; with the scheme, and with blanks around dots and strokes. */
const link = new RegExp(
  `(?<![a-z0-9@])(?:https?: ?// ?)?(?:(?:www|m|vi-vn|mobile|web|vn|mbasic|chat) ?\\. ?)?${site} ?(?:\\.| cham | dot ) ?(?:com|me|net|org|vn|cam)(?: ?/ ?| gach cheo | xuyet )(?<path>@?[a-z0-9_][^\\s<>"')\\]${'\\u0000'}]*)`,
  'g',
);
/** Groups, videos and searches belong to nobody. */
const shared =
  /^(?:groups?|events?|watch|hashtag|search|share|sharer|reel|reels|marketplace|help|policies|playlist|results|shorts|explore|tag|jobs|company|school|learn(?:ing)?|joinchat|embed|login|r\.php)(?:[/?#.]|$)/;
/** A name on a network after its name: "ig: @lananh_99", "nick tele lananh.99". */
const handle =
  /(?<![a-z0-9])(?:facebook|face|fb|messenger|instagram|insta|ig|tiktok|tik tok|telegram|tele|zalo|twitter|threads|discord|skype|viber|snapchat|snap|linkedin|wechat|line|nick|username|user name|follow|add)(?![a-z0-9])[ :=-]{0,3}(?:(?:cua|em|minh|toi|tui|me|con|la|ten|nick|id|is|my|name|user|:)[ :=]{1,2}){0,4}(?<it>@[a-z0-9_][a-z0-9_.]{2,}|(?=[a-z0-9_.]{0,30}[a-z])(?=[a-z0-9_.]{0,30}[0-9_.][a-z0-9_])[a-z0-9_][a-z0-9_.]{3,30}(?<![.]))(?![a-z0-9@])/dg;

/** "@lananh99 trên telegram". */
const placed =
  /(?<![a-z0-9@.])(?<it>@[a-z0-9_][a-z0-9_.]{2,30})(?= (?:tren |o |ben |\()?(?:facebook|fb|instagram|insta|ig|tiktok|telegram|tele|twitter|threads|discord|youtube|zalo)(?![a-z0-9]))/dg;

export function profiles(view: Legible): Finding[] {
  const links = matches(link, view.folded)
    .filter(({ match }) => !shared.test(match.groups?.path ?? ''))
    .map(({ start, end, match }) => ({ start, end: end - (/[.,!?;:]+$/.exec(match[0])?.[0].length ?? 0) }));
  // "zalo: banhoc.vn" is a site, not a person.
  const handles = [...matches(handle, view.folded), ...matches(placed, view.folded)].filter(
    ({ match }) => !/\.(?:com|vn|net|org|me|edu|gov|io)$/.test(match.groups?.it ?? ''),
  );
  return [...links, ...handles].map(({ start, end }) => ({ start, end, kind: 'profile' }));
}
