import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answersConsent, applicationConsent, consentText, consentTexts } from '../../src/conversation/consent-texts.ts';
import { consentPurposes } from '../../src/learners/index.ts';
import { createTranslator } from '../../src/locales/index.ts';

/** What each version said. Lines are added and none is changed: rows of the table consent refer to them for years. */
const said: Readonly<Record<string, string>> = {
  'announcements 1 vi': '23ef7ed6a1283794325416483abf2b896ad9b5eef89421539d1055f5ce352bf6',
  'announcements 1 en': '5ed9f04b5f1315a482f8af156d188ab2759264bfcbfc5de7da3a1b33c6347d2b',
  'reminders 1 vi': '35965b720e8793aea7c245ac6feb9ced31fb6c0a55b8e77d6529b81d860097ed',
  'reminders 1 en': '271f0331d743e9856e281d6fc083c371edac0d64482dd6bf4861f54762f1e839',
  'ai_tutor 1 vi': 'd6b135e040c6dc173de368196d84934bd4b594e13d49b403a1c274725f6e6e0f',
  'ai_tutor 1 en': '94ee0cc15ccb92b448a30cd8783ac9cfc7fa98b1c44c7ff9c9e515999779f7f6',
  'ai_tutor 2 vi': 'fe35545f18fb6cb051dc77949440670e733223a4e86274ec59ba1df655f7c684',
  'ai_tutor 2 en': '068250e92eb67e6a4f2f8a1435d42c584175cea3f86c30946518e48e4f66ad42',
  'ai_tutor 3 vi': '51c2dfa37d5fe642ec317d4a1f7d51cfc6ab833b378c653a70589cd97518c581',
  'ai_tutor 3 en': '239f41a069379144343e8edf62e8997b0f69151f87b6883916accbf101589b9d',
  'ai_tutor 4 vi': 'd562a8f39d3dfad94c502a95301e7750d33751f4e1a8474c718136f7dc8245cf',
  'ai_tutor 4 en': '9234c148143474c27d0167ad1294be3e8cb8eda4975e5392422d89af71606327',
  'research 1 vi': '9c50e06f3719e1495d4cf52d3595fef3d60c52f482f76424f6a2dc47c10999c8',
  'research 1 en': '0db06b7ab961b5844b20620f071d305f5e7201f274780089dbac838b19e55771',
  'scholarship 1 vi': '51006e53113485026388b6db62983829a3ba230ca4658ca124af583e7c3f9601',
  'internship 1 vi': 'daa2818d7b65d05e34aca667dccbbe15df16eac37505bfe9d75fe48699a49a39',
  'answers 1 vi': '49df91edfc96c678a96337c1eb57caf0951822824fbde9659920fa0361d1ed13',
  'scholarship 1 en': 'e4c2199cde94a37a4391ed5936ba9a4e2195e1502fab2cacec95b1fc585d01ec',
  'internship 1 en': '5ffde6432145cd15e7a2c7daf98be64b7ef11bbb01b84b76fb8bf82c3299146a',
  'answers 1 en': '1933ac4cb67c70f0327f5e353fee1ef99989ce8338b27166e65cb53494b1d969',
};

describe('the words of a consent', () => {
  for (const purpose of consentPurposes) {
    for (const locale of ['vi', 'en'] as const) {
      const name = `${purpose} ${consentTexts[purpose].version} ${locale}`;
      it(`have a new version when they change: ${name}`, () => {
        const text = consentText(createTranslator(locale), purpose);
        expect(createHash('sha256').update(text).digest('hex')).toBe(said[name]);
      });

      it(`say how to stop, and are short: ${purpose} ${locale}`, () => {
        const text = consentText(createTranslator(locale), purpose);
        expect(text).toMatch(/\/(?:thongbao|dung|ai|nghiencuu|announcements|stop|research)\b/);
        expect(text.length).toBeLessThan(450);
      });
    }
  }

  const oneTime = (locale: 'vi' | 'en'): readonly (readonly [name: string, text: string])[] => {
    const t = createTranslator(locale);
    const of = (kind: 'scholarship' | 'internship') =>
      applicationConsent.text(t, { kind, organisation: 'Quỹ Nắng Sớm' });
    return [
      [`scholarship ${applicationConsent.version} ${locale}`, of('scholarship')],
      [`internship ${applicationConsent.version} ${locale}`, of('internship')],
      [`answers ${answersConsent.version} ${locale}`, answersConsent.text(t)],
    ];
  };
  it.each([...oneTime('vi'), ...oneTime('en')])(
    'of one thing have a new version when they change: %s',
    (name, text) => {
      expect(createHash('sha256').update(text).digest('hex')).toBe(said[name]);
    },
  );
});
