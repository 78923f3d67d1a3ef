import fc from 'fast-check'
import type { Answer, SurveyDocument } from '../../shared/survey/document.ts'
import { documentOf } from '../../shared/survey/path.ts'

const MEMBERS = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']

const ANSWERS: Record<string, fc.Arbitrary<Answer>> = {
  'dwelling/floor': fc.constantFrom('tanah', 'keramik', 'semen_bata'),
  'dwelling/roof': fc.constantFrom('seng', 'genteng'),
  'dwelling/powerSource': fc.constantFrom('pln_meteran', 'non_pln'),
  'dwelling/powerWatt': fc.constantFrom('450', '900'),
  'location/address': fc.constantFrom('Gg. Mawar 3', 'Gg. Melati 1'),
  'problems/01900000-0000-7000-8000-000000000009/needs': fc.subarray(['jaminan', 'rehabilitasi'], {
    minLength: 1,
  }),
  'visits/01900000-0000-7000-8000-000000000003/form': fc.constantFrom(2, 3),
  'visits/01900000-0000-7000-8000-000000000003/paradata': fc.constantFrom('1;visit=20', '1;visit=35'),
  'confirmations/01900000-0000-7000-8000-000000000004/over': fc.constantFrom('"1956-01-01"', '"1957-01-01"'),
  'confirmations/01900000-0000-7000-8000-000000000004/reason': fc.constantFrom('sesuai akta', 'sesuai KK'),
  ...Object.fromEntries(
    MEMBERS.flatMap((id) => [
      [`members/${id}/name`, fc.constantFrom('Aminah', 'Dedi', 'Engkos')],
      [`members/${id}/nik`, fc.constantFrom('3273015003809001', '3273010101809002')],
      [`members/${id}/nikMissing`, fc.constantFrom('belum_punya', 'dokumen_hilang')],
    ]),
  ),
}

/** Documents over a few answers, so that two of them often meet in one. Groups, rosters and what the program sets among them. */
export const arbitraryDocument: fc.Arbitrary<SurveyDocument> = fc
  .record(Object.fromEntries(Object.entries(ANSWERS).map(([path, answer]) => [path, fc.option(answer)])))
  .map((answers) => documentOf(Object.entries(answers)))
