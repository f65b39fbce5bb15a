import type { FC } from 'hono/jsx';
import { z } from 'zod';
import type { Place, PlaceCorrection } from '../access/index.ts';
import { plainLine } from '../text/index.ts';
import { type FormState, SelectField, TextField } from './fields.tsx';
import { Form, useFrame } from './layout.tsx';

const line = (most: number) =>
  z
    .string('console-place-long')
    .default('')
    .transform(plainLine)
    .pipe(z.string().max(most, 'console-place-long'))
    .transform((text) => (text === '' ? null : text));

const answers = { yes: true, no: false, '': null } as const;
const known = z
  .enum(['yes', 'no', ''])
  .default('')
  .transform((given) => answers[given]);

/** What the form of a place may say; messages are keys of the locale files. */
export const placeForm = z
  .object({
    address: line(300),
    opening_hours: line(500),
    phone: line(60),
    wifi: known,
    wheelchair: known,
    lends: known,
    organisation: line(300),
  })
  .transform(({ opening_hours: openingHours, lends, ...rest }) => ({ ...rest, openingHours, lends: lends === true }));

const written = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');

/** A place as the form has it. @param organisation its name */
export function writtenPlace(place: Place, organisation: string | undefined): Readonly<Record<string, string>> {
  return {
    address: place.address ?? '',
    opening_hours: place.openingHours ?? '',
    phone: place.phone ?? '',
    wifi: written(place.wifi),
    wheelchair: written(place.wheelchair),
    lends: written(place.lends),
    organisation: organisation ?? '',
  };
}

/** The facts of a place to set right. */
export const PlaceForm: FC<{ readonly action: string; readonly state: FormState }> = ({ action, state }) => {
  const { t } = useFrame();
  const choices = [
    ['', t('console-place-unknown')],
    ['yes', t('console-place-yes')],
    ['no', t('console-place-no')],
  ] as const;
  return (
    <Form action={action}>
      <TextField name="address" label={t('console-place-address')} state={state} maxlength={300} />
      <TextField
        name="opening_hours"
        label={t('console-place-hours')}
        hint={t('console-place-hours-hint')}
        state={state}
        maxlength={500}
      />
      <TextField name="phone" label={t('console-place-phone')} state={state} maxlength={60} />
      <SelectField name="wifi" label="Wi-Fi" state={state} choices={choices} />
      <SelectField name="wheelchair" label={t('console-place-wheelchair')} state={state} choices={choices} />
      <SelectField name="lends" label={t('console-place-lends')} state={state} choices={choices.slice(1)} />
      <TextField
        name="organisation"
        label={t('console-place-organisation')}
        hint={t('console-place-organisation-hint')}
        state={state}
        maxlength={300}
      />
      <button type="submit">{t('console-place-save')}</button>
    </Form>
  );
};

/** The values of the form as a correction. */
export function correctionOf(values: z.output<typeof placeForm>, organisationId: number | null): PlaceCorrection {
  const { organisation: _name, ...facts } = values;
  return { ...facts, organisationId };
}
