import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useWords } from '../../ui/language/language.ts'
import type { CurrentVisit } from './use-current-visit.ts'
import { surveyWords } from './words.ts'

/** After so many visits to a closed door it may be asked whether anybody lives there; our own choice. */
const VISITS_IN_VAIN = 3

/** What follows from a visit's result. */
export function VisitOutcome({ current }: { readonly current: CurrentVisit }) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const { id, visit, timesNobodyHome } = current
  const result = visit?.result
  const isInVain = timesNobodyHome >= VISITS_IN_VAIN && (result === undefined || result === 'tidak_di_rumah')
  return (
    <>
      {isInVain && (
        <Notice
          tone="attention"
          title={words.inVain(timesNobodyHome)}
          action={
            <Button onClick={() => desk.choose([{ path: `visits/${id}/result`, to: 'tidak_ditemukan' }])}>
              {words.notFound}
            </Button>
          }
        >
          {words.inVainText}
        </Notice>
      )}
      {result !== undefined && result !== 'selesai' && (
        <div class="reveal" key={result}>
          <Notice tone="info">{words[outcomeOf(result)]}</Notice>
        </div>
      )}
    </>
  )
}

/** Rule [F7] of the register says the same of what is approved. */
function outcomeOf(result: string): 'comeAgain' | 'leaves' | 'staysAsKnown' {
  switch (result) {
    case 'tidak_di_rumah':
      return 'comeAgain'
    case 'pindah':
    case 'ganda':
    case 'bagian_rumah_tangga_lain':
      return 'leaves'
    default:
      return 'staysAsKnown'
  }
}
