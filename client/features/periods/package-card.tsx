import type { Period } from '../../../shared/api/periods.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { downloadIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Facts } from '../../ui/lists/facts.tsx'
import { downloads } from '../../ui/paths.ts'
import { packageWords } from './words.ts'

type Props = { readonly id: Period['id']; readonly file: NonNullable<Period['package']> }

/** The ministry's package of a sealed period, with what proves that it arrived whole. */
export function PackageCard({ id, file }: Props) {
  const words = useWords(packageWords)
  const formats = useFormats()
  return (
    <Card title={words.title}>
      <Facts
        facts={[
          { label: words.fileName, value: file.fileName },
          { label: words.size, value: formats.bytes(file.bytes) },
          { label: words.sha256, value: <code class="sha256">{file.sha256}</code> },
        ]}
      />
      <p class="quiet">{words.sha256Text}</p>
      <div>
        <ButtonLink
          kind="primary"
          icon={downloadIcon}
          href={downloads.monthlyPackage(id)}
          download={file.fileName}
        >
          {words.download}
        </ButtonLink>
      </div>
    </Card>
  )
}
