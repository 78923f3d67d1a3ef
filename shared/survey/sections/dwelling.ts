import type { Option, Question, Section } from '../question.ts'
import type { Text } from '../../text.ts'
import { FLOOR, POWER_SOURCE, POWER_WATT, ROOF, TENURE, TOILET, WALL, WATER } from '../code-lists.ts'
import { PURPOSES } from '../purposes.ts'
import { isCompletedVisit } from './visit.ts'

function choice(field: string, options: readonly Option[], text: Text): Question {
  return {
    path: `dwelling/${field}`,
    kind: 'one-of',
    options,
    text,
    required: isCompletedVisit,
    relevant: isCompletedVisit,
    sensitivity: 'general',
    purpose: PURPOSES.welfare,
  }
}

/** Order and wording of Regsosek 2022 and the DTSEN list; docs/domain.md section 3. */
export const dwellingSection: Section = {
  key: 'dwelling',
  text: { id: 'Rumah tinggal', en: 'Dwelling' },
  questions: [
    choice('tenure', TENURE, { id: 'Status kepemilikan rumah', en: 'Tenure of the house' }),
    choice('floor', FLOOR, { id: 'Jenis lantai terluas', en: 'Main floor material' }),
    choice('wall', WALL, { id: 'Jenis dinding terluas', en: 'Main wall material' }),
    choice('roof', ROOF, { id: 'Jenis atap terluas', en: 'Main roof material' }),
    choice('water', WATER, { id: 'Sumber air minum utama', en: 'Main source of drinking water' }),
    choice('toilet', TOILET, { id: 'Tempat buang air besar', en: 'Toilet facility' }),
    {
      ...choice('powerSource', POWER_SOURCE, {
        id: 'Sumber penerangan utama',
        en: 'Main source of lighting',
      }),
      group: 'power',
    },
    {
      ...choice('powerWatt', POWER_WATT, { id: 'Daya listrik terpasang', en: 'Installed power' }),
      group: 'power',
      required: (scope) => isCompletedVisit(scope) && hasMeter(scope.document),
      relevant: (scope) => isCompletedVisit(scope) && hasMeter(scope.document),
    },
  ],
}

function hasMeter(document: { dwelling: { powerSource?: string } }): boolean {
  return document.dwelling.powerSource === 'pln_meteran'
}
