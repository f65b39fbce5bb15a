import { type AnnouncementsOptions, type Links, linkToken } from './conversation/index.ts';
import type { ChannelName, Locale } from './message/index.ts';

export interface AddressesOptions {
  /** Where people reach us from outside, without a slash at the end; undefined where nobody can. */
  readonly publicUrl: string | undefined;
  /** Where the program itself is reached: the public address, or this machine's. */
  readonly address: () => string;
  readonly secret: string;
  /** Where a conversation with the Telegram bot begins, handing something over; undefined without one. */
  readonly telegramLink: (start: string) => string | undefined;
}

/** Every address that is handed out. */
export interface Addresses {
  /** What the messages of a channel may carry. */
  linksOf(channel: ChannelName): Links;
  /** What a page of ours may carry. */
  readonly web: Links;
  readonly announcementLink: AnnouncementsOptions['announcementLink'];
  /** The public page of a workshop. */
  workshopPage(workshopId: string): string;
  /** The page on which anybody can check a certificate. */
  certificatePage(code: string, locale: Locale): string;
}

/** How long a link to somebody's own data works. */
export const privateLinkMinutes = 15;

const inEnglish = (locale: Locale): string => (locale === 'en' ? '?lang=en' : '');

/** Makes the addresses of the program, signed where following them must prove that we gave them. */
export function createAddresses({ publicUrl, address, secret, telegramLink }: AddressesOptions): Addresses {
  const privateLink = (purpose: 'export' | 'notebook', conversationId: number, now: Date): string => {
    const expiresAt = new Date(now.getTime() + privateLinkMinutes * 60_000);
    return linkToken(secret, { purpose, values: [conversationId], expiresAt });
  };
  const coursePage = (courseId: string): string => `${address()}/courses/${encodeURIComponent(courseId)}`;
  const workshopPage = (workshopId: string): string => `${address()}/workshops/${encodeURIComponent(workshopId)}`;
  const web: Links = {
    coursePage,
    shareCourse: (courseId, locale) => publicUrl && `${coursePage(courseId)}${inEnglish(locale)}`,
    openCourse: ({ key }, conversationId) =>
      `${address()}/di/${linkToken(secret, { purpose: 'course', values: [key, conversationId] })}`,
    shareWorkshop: (workshopId, locale) => publicUrl && `${workshopPage(workshopId)}${inEnglish(locale)}`,
    workshopCalendar: (workshopId, code) => `${workshopPage(workshopId)}${code === undefined ? '' : `/${code}`}.ics`,
    workshopTicket: (workshopId, code) => `${workshopPage(workshopId)}/${code}`,
    certificate: (code) => `${address()}/certificates/${code}`,
    joinClass: (code, locale) => ({
      web: publicUrl && `${publicUrl}/?start=class_${code}${locale === 'en' ? '&lang=en' : ''}`,
      telegram: telegramLink(`class_${code}`),
    }),
    notebook: (conversationId, now) => `${address()}/so-hoc-tap/${privateLink('notebook', conversationId, now)}`,
    privacy: (locale) => `${address()}/privacy${inEnglish(locale)}`,
    export: (conversationId, now) => `${address()}/du-lieu/${privateLink('export', conversationId, now)}`,
  };
  // Without a public address nobody on a platform can open a link to us: courses are linked directly.
  const direct: Links = {
    ...web,
    openCourse: ({ url }) => url,
    workshopCalendar: () => undefined,
    workshopTicket: () => undefined,
    certificate: () => undefined,
    notebook: () => undefined,
    privacy: () => undefined,
    export: () => undefined,
  };
  return {
    linksOf: (channel) => (channel === 'web' || publicUrl !== undefined ? web : direct),
    web,
    workshopPage,
    announcementLink: (channel, { broadcastId, choice, url }) => {
      if (channel !== 'web' && publicUrl === undefined) return url;
      return `${address()}/di/${linkToken(secret, { purpose: 'announcement', values: [broadcastId, choice] })}`;
    },
    certificatePage: (code, locale) => `${address()}/certificates/${code}${inEnglish(locale)}`,
  };
}
