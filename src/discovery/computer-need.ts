import type { Course } from '../catalogue/index.ts';

/** What a course's own words tell of the computer one needs for it. The catalogue has no column for it. */
export const computerNeeds = { untold: 0, aboutComputers: 1, needsOwn: 2, notNeeded: 3 } as const;

const notNeeded =
  /không cần (?:máy tính|laptop|máy vi tính)|no (?:computer|laptop) (?:is )?(?:needed|required)|(?:trên|bằng|qua) (?:chính )?(?:chiếc )?điện thoại|(?:on|with) (?:a|your) (?:smart)?phone|phòng máy|máy (?:tính )?(?:cũ )?của (?:lớp|trung tâm|thư viện|trường)|(?:lớp|trung tâm|thư viện) có (?:sẵn )?máy|cho mượn (?:máy|laptop)|(?:computers?|laptops?) (?:are )?provided/iu;
const needsOwn =
  /(?:mang(?: theo)?|cần(?: có)?|phải có|tự chuẩn bị|yêu cầu(?: có)?|tự mang) (?:một )?(?:chiếc |cái )?(?:máy tính|laptop|máy vi tính)|bring (?:your|a) (?:own )?(?:laptop|computer)|(?:needs?|requires?) (?:a|your own) (?:laptop|computer)|(?:laptop|computer) (?:is )?required/iu;
const aboutComputers =
  /excel|tin học|lập trình|python|photoshop|illustrator|autocad|sketchup|figma|powerpoint|pivottable|máy tính|máy vi tính|bảng tính|đồ họa|thiết kế web|phần mềm|dữ liệu|computer|coding|programming|spreadsheet|software/iu;

/** Reads it from title, description, topics and skills. What a course says outright counts before what it is about. */
export function computerNeed({ title, description = '', topics, skills }: Course): number {
  const said = `${title}. ${description}`;
  if (notNeeded.test(said)) return computerNeeds.notNeeded;
  if (needsOwn.test(said)) return computerNeeds.needsOwn;
  const about = `${title}; ${topics.join('; ')}; ${skills.join('; ')}`;
  return aboutComputers.test(about) ? computerNeeds.aboutComputers : computerNeeds.untold;
}
