import type { Section } from '../question.ts'
import { PURPOSES } from '../purposes.ts'
import { isCompletedVisit } from './visit.ts'

export const locationSection: Section = {
  key: 'location',
  text: { id: 'Alamat', en: 'Address' },
  questions: [
    {
      path: 'location/kelurahan',
      kind: 'kelurahan',
      text: { id: 'Kelurahan', en: 'Subdistrict' },
      required: isCompletedVisit,
      group: 'area',
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/rw',
      kind: 'neighbourhood',
      text: { id: 'RW', en: 'RW' },
      required: isCompletedVisit,
      group: 'area',
      sensitivity: 'general',
      purpose: PURPOSES.find,
    },
    {
      path: 'location/rt',
      kind: 'neighbourhood',
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
  ],
}
