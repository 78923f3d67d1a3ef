import { answerAt } from '../../shared/survey/path.ts'
import { findKelurahan } from '../../shared/population/area.ts'
import { Select } from '../ui/fields/select.tsx'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'

/** A kelurahan of the enumerator's areas, or the one that is known or answered already. */
export function KelurahanQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const answer = desk.valueOf(path)
  const codes = [...desk.kelurahan, answerAt(desk.record.known, path), answer]
  const options = [...new Set(codes)]
    .map((code) => findKelurahan(String(code)))
    .filter((kelurahan) => kelurahan !== undefined)
    .map(({ code, name, kecamatan }) => ({ value: code as string, label: `${name} (${kecamatan})` }))
  return (
    <Select
      {...field}
      value={answer === null ? null : String(answer)}
      options={options}
      onChange={(to) => desk.choose([{ path, to }])}
    />
  )
}
