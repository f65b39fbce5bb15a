import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { answerQuestion, pressedSitting, startSelfAssessment } from './self-assessment.ts';
import { pressedTopic } from './self-assessment-result.ts';

/** `/tuthi`, and `/tuthi giáo viên` for teaching with digital technology. */
function start(context: Parameters<typeof startSelfAssessment>[0], argument: string) {
  const isTeachers = /\b(?:giao vien|thay co|day hoc|giang vien|teachers?|teaching)\b/.test(plainWords(argument));
  return startSelfAssessment(context, isTeachers ? 'teachers' : 'digital');
}

/** What somebody can do already, by situations, and what to learn next. */
export const selfAssessmentFeature: Feature = {
  commands: { tuthi: start, selftest: start },
  phrases: {
    'tự thi': 'tuthi',
    'tự đánh giá': 'tuthi',
    'tu danh gia': 'tuthi',
    'tự đánh giá kỹ năng': 'tuthi',
    'tự đánh giá kỹ năng số': 'tuthi',
    'tu danh gia ky nang so': 'tuthi',
    'kiểm tra kỹ năng': 'tuthi',
    'kiểm tra kỹ năng số': 'tuthi',
    'kiem tra ky nang so': 'tuthi',
    'kiểm tra trình độ': 'tuthi',
    'kiểm tra trình độ số': 'tuthi',
    'đánh giá kỹ năng số': 'tuthi',
    'danh gia ky nang so': 'tuthi',
    'kỹ năng số của tôi': 'tuthi',
    'kỹ năng số của mình': 'tuthi',
    'tự đánh giá giáo viên': 'tuthi giáo viên',
    'tự đánh giá dạy học': 'tuthi giáo viên',
    'self test': 'selftest',
    'self assessment': 'selftest',
    'self-assessment': 'selftest',
    'test my digital skills': 'selftest',
    'check my digital skills': 'selftest',
  },
  wordings: [
    [
      /^(?:(?:minh|em|toi|tui|con|cho minh|cho em) )*(?:muon |can |xin )?(?:tu )?(?:kiem tra|danh gia|test|do)(?: thu)?(?: (?:xem|ve|cac))* ?(?:trinh do|ky nang|kha nang|nang luc) (?:so|cong nghe|dien thoai|may tinh|tin hoc)(?: (?:cua )?(?:minh|em|toi|tui))?(?: (?:o dau|toi dau|the nao|ra sao|a|nhe|nha|voi|di))*$/,
      'tuthi',
    ],
  ],
  presses: {
    st: pressedSitting,
    stt: pressedTopic,
    tt: (context, [id]) => startSelfAssessment(context, id ?? 'digital'),
  },
  questions: { selftest: answerQuestion },
  help: ['help-tuthi'],
};
