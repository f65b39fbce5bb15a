/**
 * Programs that fetch a link to show or index it. The names are those of their own documentation: TelegramBot,
 * facebookexternalhit, Twitterbot, Slackbot, Discordbot, Googlebot, WhatsApp, SkypeUriPreview and their like. Cubot is
 * a maker of phones.
 */
const previewers = /(?<!\bcu)bot\b|crawler|spider|preview|facebookexternalhit|facebookcatalog|meta-external|^whatsapp/i;

/** Whether a user agent only looks at a link for somebody else: it must not start a conversation. */
export function isLinkPreview(userAgent: string | undefined): boolean {
  return userAgent !== undefined && previewers.test(userAgent);
}
