import { workshopById } from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { pressedWorkshop, shareWorkshop, showWorkshop } from './workshop.ts';
import {
  answerCertificateName,
  answerComment,
  answerRating,
  askCertificateName,
  askComment,
  pressedRating,
} from './workshop-feedback.ts';
import { answerNeeds, pressedNeed } from './workshop-needs.ts';
import { wishForWorkshop } from './workshop-search.ts';
import {
  askRegister,
  pressedAccept,
  pressedAgree,
  pressedBack,
  pressedCancel,
  pressedDecline,
  pressedFor,
  pressedRegister,
  saidAccept,
  saidCannotCome,
  saidDecline,
} from './workshop-seat.ts';
import { keyOf, ownRegistrations, workshopGone, workshopOfArgument } from './workshop-standing.ts';
import { answerList, listData, listWorkshops, pressedList } from './workshops.ts';

const list = (context: TurnContext, said: string): Promise<Answer> =>
  listWorkshops(context, { said, filter: 'all', offset: 0 });

/** `/chuongtrinh`: what has several sessions, best first. */
const programmes = (context: TurnContext, said: string): Promise<Answer> =>
  listWorkshops(context, { said, filter: 'programmes', offset: 0 });

/** A step with the workshop of a key. */
async function withWorkshop(context: TurnContext, key: number, step: typeof showWorkshop): Promise<Answer> {
  const workshop = await workshopOfArgument(context, keyOf(key));
  return workshop === undefined ? workshopGone(context) : step(context, workshop);
}

/** The register button under an announcement: it names the workshop by its public id, which may have dots. */
async function pressedAnnounced(context: TurnContext, [, ...parts]: readonly string[]): Promise<Answer> {
  const workshop = await workshopById(context.tx, parts.join('.'));
  return workshop === undefined ? workshopGone(context) : askRegister(context, workshop);
}

const who =
  '(?:(?:minh|em|toi|tui|con|chau|co|chu|bac|anh|chi|hom do|bua do|ngay do|bua nay|hom nay|ban viec|ban roi|ban|om|met|nen|chac) )*';
const endings =
  '(?: (?:a|nhe|nha|roi|dau|ad|oi|luon|nua|hen|nghen|giup (?:minh|em)|(?:buoi|cai|hoi thao|buoi hoi thao|buoi hoc|workshop)(?: (?:nay|do|kia|ay))?))*';

/** Ways to say that one cannot come, or does not want the seat any more. */
const cannotCome = [
  `${who}(?:khong|ko|k|hong|hok|chua|khong the|ko the|k the) (?:di|den|toi|tham gia|tham du|du)(?: (?:hoi thao|buoi nay|buoi do))? (?:duoc|dc|noi)${endings}`,
  `${who}(?:muon |xin |can )?(?:huy|rut|bo) (?:dang ky|dang ki|ten)${endings}`,
  '(?:sorry )?(?:i )?(?:cant|can t|cannot|can not) (?:come|go|make it|attend)(?: (?:to it|to the workshop|to that|anymore|sorry))*',
  'cancel (?:my )?(?:registration|seat|booking|workshop)(?: please)?',
].join('|');
const acceptSeat = [
  `${who}(?:(?:dong y|xin|muon|ok|oke|co|da) )*(?:nhan|giu|lay) cho(?: (?:nay|do))?${endings}`,
  '(?:i(?: will|ll)? )?(?:take|accept|keep) (?:the|my|this) (?:seat|place)(?: please)?',
].join('|');
const declineSeat = [
  `${who}(?:nhuong|bo|khong nhan|ko nhan|k nhan|khong lay|tu choi) cho(?: (?:nay|do))?${endings}`,
  '(?:decline|release|give up) (?:the|my|this) (?:seat|place)',
].join('|');

/** What is held once and looked for by name. */
const kinds = 'hoi thao|workshops?|buoi hoc cong dong|lop cong dong|toa dam|buoi chia se|seminars?';

/** The workshops the city holds: finding one, a seat in it, and what comes after. */
export const workshopsFeature: Feature = {
  commands: {
    hoithao: list,
    workshops: list,
    chuongtrinh: programmes,
    programmes,
    hoithaove: wishForWorkshop,
    khongdiduoc: saidCannotCome,
    nhancho: (context) => saidAccept(context),
    bocho: (context) => saidDecline(context),
  },
  phrases: {
    'hội thảo': 'hoithao',
    'hoi thao': 'hoithao',
    'hội thảo sắp tới': 'hoithao',
    'hoi thao sap toi': 'hoithao',
    'xem hội thảo': 'hoithao',
    'xem hoi thao': 'hoithao',
    'buổi học cộng đồng': 'hoithao',
    'buoi hoc cong dong': 'hoithao',
    'hội thảo của tôi': 'hoithao',
    'hội thảo của mình': 'hoithao',
    'hoi thao cua toi': 'hoithao',
    'hoi thao cua minh': 'hoithao',
    'lớp gần nhà tuần này': 'hoithao gần nhà tuần này',
    'lop gan nha tuan nay': 'hoithao gần nhà tuần này',
    'chương trình học': 'chuongtrinh',
    'chuong trinh hoc': 'chuongtrinh',
    'chương trình sau giờ học': 'chuongtrinh sau giờ học',
    'chương trình cho người lớn': 'chuongtrinh cho người lớn',
    'learning programmes': 'chuongtrinh',
    workshop: 'hoithao',
    workshops: 'hoithao',
    'my workshops': 'hoithao',
    'upcoming workshops': 'hoithao',
  },
  openings: { 'hội thảo': 'hoithao', 'hoi thao': 'hoithao', workshop: 'hoithao' },
  wordings: [
    [new RegExp(`^(?<what>${cannotCome})$`), 'khongdiduoc'],
    [new RegExp(`^(?:${acceptSeat})$`), 'nhancho'],
    [new RegExp(`^(?:${declineSeat})$`), 'bocho'],
    [new RegExp(`^(?<what>(?:.* )?(?:${kinds})(?: .*)?)$`), 'hoithaove'],
  ],
  presses: {
    ws: (context, args) => (args.length > 1 ? pressedAnnounced(context, args) : pressedWorkshop(context, args)),
    wsl: pressedList,
    wsreg: pressedRegister,
    wsfor: pressedFor,
    wsagree: pressedAgree,
    wsneed: pressedNeed,
    wscan: pressedCancel,
    wsback: pressedBack,
    wsyes: pressedAccept,
    wsno: pressedDecline,
    wsshare: shareWorkshop,
    // Only where a channel hands the press on a link to us.
    wslink: pressedWorkshop,
    wsrate: pressedRating,
    wscom: askComment,
    wscert: askCertificateName,
  },
  questions: {
    workshops: (context, text, data) => {
      const list = listData.safeParse(data);
      if (!list.success || list.data.search !== context.state.search?.serial) return undefined;
      return answerList(context, text, list.data, {
        show: (key) => withWorkshop(context, key, showWorkshop),
        register: (key) => withWorkshop(context, key, askRegister),
      });
    },
    workshop_needs: answerNeeds,
    workshop_rating: answerRating,
    workshop_comment: answerComment,
    workshop_certificate: answerCertificateName,
  },
  profile: async (context) => {
    const { length: count } = await ownRegistrations(context);
    if (count === 0) return { lines: [], choices: [] };
    return {
      lines: [context.t('profile-workshops', { count })],
      choices: [context.offer('wsl', ['all'], context.t('choice-workshops-mine'))],
    };
  },
  help: ['help-hoithao', 'help-chuongtrinh'],
};
