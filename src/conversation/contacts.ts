import { plainWords } from './phrases.ts';

/** Vietnamese numbers have nine to eleven digits, written together or in groups. */
const phoneNumber = /(?<![\p{L}\d])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)/gu;
const emailAddress = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

const me = '(?:em|minh|toi|tui|anh|chi|co|chu|bac|con|chau|i)';
const introduces = new RegExp(
  `^(?:${me} ten(?: (?:la|day du la))?|ten (?:${me}|cua ${me}|em la|toi la|minh la)(?: la)?|ho (?:va )?ten(?: ${me})?(?: la)?|my name is|i m called|i am called) \\S+(?: \\S+){0,5}$`,
);
const onlyLabels =
  /^(?:(?:so|dien thoai|so dien thoai|sdt|dt|dtdd|phone|tel|mobile|email|mail|gmail|zalo|lien he|cua|em|minh|toi|tui|la|day|nhe|a|my|is|number)(?: |$))+$/;

/**
 * A text without what only says who somebody is and how to reach them: names after "tôi tên", phone numbers, e-mail addresses. Nobody needs to give
 * them to look for a course, and they must not be kept as something that was looked for.
 */
export function withoutContacts(text: string): string {
  const bare = text.replace(emailAddress, ' ').replace(phoneNumber, ' ');
  const clauses = bare.split(/[,;\n]+|\.(?=\s|$)/u);
  const left = clauses.filter((clause) => {
    const words = plainWords(clause);
    if (introduces.test(words)) return false;
    // Labels and blanks are left over only where something was taken out.
    return bare === text || (words !== '' && !onlyLabels.test(words));
  });
  return left.length === clauses.length && bare === text ? text : left.map((clause) => clause.trim()).join(', ');
}
