import type { Option, RuleScope, Section } from '../question.ts'
import { PURPOSES } from '../purposes.ts'
import { all, isCompletedVisit } from '../rules.ts'

/** The respondent does not want to be located: no place is kept, neither the last one known nor one of the paradata. */
export const POSITION_NOT_WANTED = 'keberatan'

/** Why there is no fix; our own list. */
const POSITION_MISSING: readonly Option[] = [
  { key: 'tidak_ada_sinyal', text: { id: 'Sinyal GPS tidak didapat', en: 'No GPS signal' } },
  { key: 'ponsel_bermasalah', text: { id: 'Ponsel tidak bisa', en: 'The phone has no GPS' } },
  { key: POSITION_NOT_WANTED, text: { id: 'Responden keberatan', en: 'The respondent objects' } },
  { key: 'bukan_di_rumah', text: { id: 'Didata di tempat lain', en: 'Surveyed elsewhere' } },
]

function hasNoPosition({ document }: RuleScope): boolean {
  return document.location.position === undefined
}

export const locationSection: Section = {
  key: 'location',
  text: { id: 'Alamat', en: 'Address' },
  questions: [
    {
      path: 'location/kelurahan',
      kind: 'region',
      level: 'kelurahan',
      text: { id: 'Kelurahan', en: 'Subdistrict' },
      required: isCompletedVisit,
      group: 'area',
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/rw',
      kind: 'region',
      level: 'rw',
      text: { id: 'RW', en: 'RW' },
      required: isCompletedVisit,
      group: 'area',
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/rt',
      kind: 'region',
      level: 'rt',
      text: { id: 'RT', en: 'RT' },
      required: isCompletedVisit,
      group: 'area',
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/address',
      kind: 'text',
      maxLength: 300,
      text: { id: 'Alamat', en: 'Address' },
      help: {
        id: 'Jalan atau gang dan nomor rumah; patokan bila tanpa nomor.',
        en: 'Street or alley and number; a landmark where there is none.',
      },
      required: isCompletedVisit,
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/position',
      kind: 'location',
      text: { id: 'Lokasi (GPS)', en: 'Location (GPS)' },
      orElse: 'location/positionMissing',
      relevant: isCompletedVisit,
      required: ({ document }) =>
        isCompletedVisit({ document }) && document.location.positionMissing === undefined,
      since: 2,
      group: 'position',
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/positionMissing',
      kind: 'one-of',
      options: POSITION_MISSING,
      text: { id: 'Mengapa tanpa lokasi?', en: 'Why is there no location?' },
      orElse: 'location/position',
      relevant: all(isCompletedVisit, hasNoPosition),
      since: 2,
      group: 'position',
      sensitivity: 'none',
      purpose: PURPOSES.find,
    },
  ],
}
