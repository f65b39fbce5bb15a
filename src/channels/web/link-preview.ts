/**
 * Programs that fetch a link to show or index it: what they open, nobody has read. The names are those that the programs
 * themselves send.
 *
 * Zalo documents no name: its fetcher is known where it calls itself a bot, a crawler or a preview, or begins with its name,
 * as every browser begins with "Mozilla"; "Zalo" or "Viber" further on is the browser inside the app. Cubot is a maker
 * of phones.
 */
const previewers = new RegExp(
  [
    // TelegramBot, Twitterbot, Slackbot, Facebot, Discordbot, Googlebot
    '(?<!\\bcu)bot\\b',
    'crawler',
    'spider',
    // SkypeUriPreview, BingPreview
    'preview',
    // Facebook, Messenger, Instagram
    'facebookexternalhit',
    'facebookcatalog',
    'meta-external',
    '^(?:whatsapp|zalo|viber)',
    'viberurldownloader',
    'slack-imgproxy',
    // What Google sends under other names than its bots
    'google-(?:pagerenderer|read-aloud|inspectiontool|site-verification)',
    'googleimageproxy',
    '(?:mediapartners|apis|feedfetcher)-google',
    '\\+/web/snippet',
  ].join('|'),
  'i',
);

/** Whether a user agent only looks at a link for somebody else: that neither starts a conversation nor opens a course. */
export function isLinkPreview(userAgent: string | undefined): boolean {
  return userAgent !== undefined && previewers.test(userAgent);
}
