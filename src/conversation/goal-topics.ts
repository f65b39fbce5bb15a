import { type Finder, fieldTopic, type KeptWish } from '../discovery/index.ts';
import type { FactKind, Interest, Told } from '../learners/index.ts';

type Goal = NonNullable<Told['goal']>;

/** What somebody with a goal may look for, as if they had typed it. */
const topicsOfGoals: Readonly<Record<Extract<Goal, { readonly kind: string }>['kind'], string>> = {
  new_job: 'xin việc, học nghề, tin học văn phòng',
  better_work: 'tin học văn phòng, kỹ năng giao tiếp, tiếng Anh giao tiếp',
  own_business: 'kinh doanh nhỏ, bán hàng, sổ sách hộ kinh doanh',
  help_child: 'nuôi dạy con, tâm lý trẻ em',
  hobby: 'âm nhạc, vẽ, nấu ăn, nhiếp ảnh',
  daily_life: 'điện thoại thông minh, sức khỏe, quản lý chi tiêu',
  exam: 'luyện thi, chứng chỉ',
};

/** A wish that follows from a fact: nobody said it, so it is said back only where the learner named the thing. */
export interface ToldWish {
  readonly wish: KeptWish;
  readonly from: FactKind;
}

/** What the learner likes and learns for as wishes, what they named last first. */
export function wishesOfTold(finder: Finder, { interests = [], goal }: Told, writtenIn: 'vi' | 'en'): ToldWish[] {
  return [
    ...interests.map((interest) => ({ wish: ofInterest(finder, interest, writtenIn), from: 'interests' as const })),
    ...(goal === undefined ? [] : [{ wish: ofGoal(finder, goal, writtenIn), from: 'goal' as const }]),
  ].filter(({ wish }) => wish.said !== '');
}

/** A wish for anything. */
export function anyWish(writtenIn: 'vi' | 'en'): KeptWish {
  return { topic: '', said: '', excluded: [], facets: {}, length: 1, writtenIn };
}

function ofInterest(finder: Finder, interest: Interest, writtenIn: 'vi' | 'en'): KeptWish {
  return 'field' in interest
    ? { ...finder.understand(fieldTopic(interest.field) ?? ''), topic: '', facets: {}, writtenIn }
    : { ...finder.understand(interest.label), facets: {}, writtenIn };
}

function ofGoal(finder: Finder, goal: Goal, writtenIn: 'vi' | 'en'): KeptWish {
  return 'occupation' in goal
    ? { ...finder.understand(goal.label), facets: {}, writtenIn }
    : { ...finder.understand(topicsOfGoals[goal.kind]), topic: '', facets: {}, writtenIn };
}
