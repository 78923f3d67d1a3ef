// Fails where the first load of an enumerator's part outgrew its budget, and names what is biggest in it.
import { FIRST_LOAD_BUDGET, readFirstLoad, weigh } from './first-load.ts'

const BIGGEST = 25

const first = readFirstLoad('dist')
const { total, scripts, styles } = weigh('dist', first)
console.log(
  `first load: ${total} bytes gzipped of ${FIRST_LOAD_BUDGET} (scripts ${scripts}, styles ${styles})`,
)
if (total > FIRST_LOAD_BUDGET) {
  console.log(
    'Too much. What the list of households does not need can come later (client/app/field-screens.tsx,',
  )
  console.log(
    'client/field-kit.ts, client/fieldwork/survey-part.ts). Biggest parts, gzipped alone and not minified:',
  )
  for (const { path, bytes } of first.modules.slice(0, BIGGEST))
    console.log(`${String(bytes).padStart(7)}  ${path}`)
  process.exitCode = 1
}
