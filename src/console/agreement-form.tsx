import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { type Agreement, type AgreementInput, agreementKinds, longestGives, longestGoal } from '../partners/index.ts';
import { hasWords, plainLine, plainText } from '../text/index.ts';
import { type FormState, readFields, SelectField, TextArea, TextField, textsOf } from './fields.tsx';
import { useFrame } from './layout.tsx';

const empty = z.literal('');
const day = z.iso.date('console-workshop-day-wrong');
const gives = z
  .string()
  .default('')
  .transform(plainText)
  .pipe(z.string().max(longestGives, 'console-workshop-too-long'))
  .transform((text) => (text === '' ? undefined : text));

const fields = z.object({
  organisation: z.string().default('').transform(plainLine),
  kind: z.enum(agreementKinds),
  goal: z
    .string()
    .default('')
    .transform(plainText)
    .pipe(z.string().max(longestGoal, 'console-workshop-too-long').refine(hasWords, 'console-agreement-no-goal')),
  starts_on: day,
  ends_on: z.union([empty, day]).default(''),
  organisation_gives: gives,
  city_gives: gives,
});

type ReadAgreement = Omit<AgreementInput, 'organisationId'> & { readonly organisation: string };

/** Reads the form of an agreement; the organisation is named, not looked up yet. */
export function readAgreement(
  form: FormData,
): { readonly ok: true; readonly agreement: ReadAgreement } | { readonly ok: false; readonly state: FormState } {
  const read = readFields(form, fields);
  if (!read.ok) return read;
  const { values } = read;
  if (values.ends_on !== '' && values.ends_on < values.starts_on)
    return { ok: false, state: { given: textsOf(form), problems: { ends_on: 'console-agreement-end-wrong' } } };
  return {
    ok: true,
    agreement: {
      organisation: values.organisation,
      kind: values.kind,
      goal: values.goal,
      startsOn: values.starts_on,
      endsOn: values.ends_on === '' ? undefined : values.ends_on,
      organisationGives: values.organisation_gives,
      cityGives: values.city_gives,
    },
  };
}

/** An agreement as its form shows it. */
export function formOfAgreement(agreement: Agreement): FormState {
  return {
    given: {
      organisation: agreement.organisation,
      kind: agreement.kind,
      goal: agreement.goal,
      starts_on: agreement.startsOn,
      ends_on: agreement.endsOn ?? '',
      organisation_gives: agreement.organisationGives ?? '',
      city_gives: agreement.cityGives ?? '',
    },
    problems: {},
  };
}

/** The fields of an agreement. @param organisations names to choose from; none for an agreement that has its organisation */
export const AgreementFields: FC<{ readonly state: FormState; readonly organisations: readonly string[] }> = ({
  state,
  organisations,
}) => {
  const { t } = useFrame();
  return (
    <>
      {organisations.length > 0 && (
        <>
          <TextField
            name="organisation"
            label={t('console-organisation')}
            required
            maxlength={200}
            list="organisation-list"
            state={state}
          />
          <datalist id="organisation-list">
            {organisations.map((name) => (
              <option value={name}></option>
            ))}
          </datalist>
        </>
      )}
      <SelectField
        name="kind"
        label={t('console-agreement-kind')}
        state={state}
        choices={agreementKinds.map((kind) => [kind, t('agreement-kind', { kind })] as const)}
      />
      <TextArea name="goal" label={t('agreement-goal')} rows={2} required maxlength={longestGoal} state={state} />
      <div class="filter">
        <TextField name="starts_on" type="date" label={t('console-agreement-from')} required state={state} />
        <TextField
          name="ends_on"
          type="date"
          label={t('console-agreement-until')}
          hint={t('console-agreement-until-hint')}
          state={state}
        />
      </div>
      <TextArea
        name="organisation_gives"
        label={t('agreement-organisation-gives')}
        rows={3}
        maxlength={longestGives}
        state={state}
      />
      <TextArea name="city_gives" label={t('agreement-city-gives')} rows={3} maxlength={longestGives} state={state} />
    </>
  );
};
