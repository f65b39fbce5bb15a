/** The code of what is pressed under an announcement. */
export const announcementCode = 'tb';
