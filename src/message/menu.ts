import type { OutboundMessage } from './outbound.ts';

/** Options of one menu, "0" not counted: more are not read on a small screen. */
const mostOptions = 7;

/** Longer than any way to type one. */
const longestNumber = 20;

/** A choice that a person takes by typing its number or label. */
export interface MenuOption {
  readonly number: number;
  readonly id: string;
  readonly label: string;
}

export type Menu = readonly MenuOption[];

/**
 * The numbered menu that stands for a message's choices on a channel without buttons: first each course of a list by its
 * own number (its first choice, the details), then the other choices. Links are no options: they stand in the text.
 */
export function menuOf(message: OutboundMessage): Menu {
  const pressable = message.choices.filter((choice) => choice.url === undefined);
  const courses = message.courses ?? [];
  const ofCourses = courses.flatMap((course) => {
    const first = pressable.find((choice) => choice.course === course.id);
    return first === undefined ? [] : [{ id: first.id, label: course.title }];
  });
  const others = pressable.filter((choice) => choice.course === undefined);
  const options = [...ofCourses, ...others.map(({ id, label }) => ({ id, label }))]
    .slice(0, mostOptions)
    .map((option, position) => ({ number: position + 1, ...option }));
  return message.back === undefined
    ? options
    : [...options, { number: 0, id: message.back.id, label: message.back.label }];
}

const typedNumber = /^(?:(?:so|chon|chon so|muc|cau|number|option) )?(\d)$/;

/** Whether a typed text is a number of some menu: "1", "1.", "số 1". */
export function isMenuNumber(text: string): boolean {
  return text.length <= longestNumber && typedNumber.test(plain(text));
}

/** The option that a typed text stands for: "1", "1.", "số 1", "so 1", or the label itself, accents and capitals aside. */
export function optionOf(menu: Menu, text: string): MenuOption | undefined {
  const typed = plain(text);
  if (typed === '') return undefined;
  const number = typedNumber.exec(typed)?.[1];
  if (number !== undefined) return menu.find((option) => option.number === Number(number));
  return menu.find((option) => plain(option.label) === typed);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
