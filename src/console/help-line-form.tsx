import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { hasWords, plainLine } from '../text/index.ts';
import {
  dangers,
  type HelpLine,
  type HelpLineFields,
  longestHelpHours,
  longestHelpName,
  longestHelpNote,
  readHelpNumber,
} from '../tutor/index.ts';
import { type FormState, SelectField, TextField } from './fields.tsx';
import { Form, useFrame } from './layout.tsx';

const line = (most: number) =>
  z
    .string('console-help-line-long')
    .default('')
    .transform(plainLine)
    .pipe(z.string().max(most, 'console-help-line-long'));
const name = line(longestHelpName).refine(hasWords, 'console-help-line-name-missing');

/** What the form of a line may say; messages are keys of the locale files. */
export const helpLineForm = z
  .object({
    number: z
      .string('console-help-line-number-wrong')
      .transform((given) => readHelpNumber(given) ?? '')
      .refine((number) => number !== '', 'console-help-line-number-wrong'),
    name_vi: name,
    name_en: name,
    note_vi: line(longestHelpNote),
    note_en: line(longestHelpNote),
    hours_vi: line(longestHelpHours),
    hours_en: line(longestHelpHours),
    concerns: z.enum(['', ...dangers]).default(''),
  })
  .transform(
    (given): HelpLineFields => ({
      number: given.number,
      nameVi: given.name_vi,
      nameEn: given.name_en,
      noteVi: given.note_vi,
      noteEn: given.note_en,
      hoursVi: given.hours_vi,
      hoursEn: given.hours_en,
      concerns: given.concerns === '' ? null : given.concerns,
    }),
  );

/** A line as the form has it. */
export function writtenOf(line: HelpLine): Readonly<Record<string, string>> {
  return {
    number: line.number,
    name_vi: line.nameVi,
    name_en: line.nameEn,
    note_vi: line.noteVi,
    note_en: line.noteEn,
    hours_vi: line.hoursVi,
    hours_en: line.hoursEn,
    concerns: line.concerns ?? '',
  };
}

export const HelpLineForm: FC<{ action: string; state: FormState }> = ({ action, state }) => {
  const { t } = useFrame();
  const field = (key: string, label: string, most: number, hint?: string) => (
    <TextField
      name={key}
      label={label}
      maxlength={most}
      state={state}
      required={key.startsWith('name')}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <Form action={action}>
      <div class="two">
        <TextField
          name="number"
          label={t('console-help-line-number')}
          hint={t('console-help-line-number-hint')}
          maxlength={30}
          required
          state={state}
        />
        <SelectField
          name="concerns"
          label={t('console-help-line-concerns')}
          state={state}
          choices={[
            ['', t('console-danger', { danger: 'both' })],
            ...dangers.map((danger) => [danger, t('console-danger', { danger })] as const),
          ]}
        />
        {field('name_vi', t('console-help-line-name-vi'), longestHelpName, t('console-help-line-name-hint'))}
        {field('name_en', t('console-help-line-name-en'), longestHelpName)}
        {field('note_vi', t('console-help-line-note-vi'), longestHelpNote, t('console-help-line-note-hint'))}
        {field('note_en', t('console-help-line-note-en'), longestHelpNote)}
        {field('hours_vi', t('console-help-line-hours-vi'), longestHelpHours, t('console-help-line-hours-hint'))}
        {field('hours_en', t('console-help-line-hours-en'), longestHelpHours)}
      </div>
      <button type="submit">{t('console-save')}</button>
    </Form>
  );
};
