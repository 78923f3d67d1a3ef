import type { ReadonlySignal } from '@preact/signals'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { InstallOffer, Updates } from '../../ports/updates.ts'
import { Button, ButtonLink } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { downloadIcon, refreshCwIcon, lockIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { shellWords } from '../language/words.ts'
import type { Preferences } from '../preferences/preferences.ts'

type Props = {
  readonly path: string
  readonly isField: boolean
  readonly expired: boolean
  /** a newer version of the app has taken the database over */
  readonly retired: ReadonlySignal<boolean> | null
  readonly updates: Updates
  readonly installOffer: InstallOffer
  readonly preferences: Preferences
  readonly reload: () => void
}

/** What is news on a screen comes with the next one: nothing moves under a thumb. */
function useOnArrival(news: ReadonlySignal<boolean>, path: string): boolean {
  const [shown, setShown] = useState(false)
  useLayoutEffect(() => setShown(news.peek()), [news, path])
  return shown
}

/** What concerns every screen, most urgent first, one at a time where one is enough. */
export function ShellNotices(props: Props) {
  const { path, isField, expired, retired, updates, installOffer, preferences, reload } = props
  const words = useWords(shellWords)
  // A new version would close an open survey in the middle of an answer.
  const isUpdate = useOnArrival(updates.ready, path) && !path.startsWith('/households/')
  if (retired?.value) {
    return (
      <div class="shell-notices">
        <Notice tone="attention" action={<Button onClick={reload}>{words.reload}</Button>}>
          {words.retired}
        </Notice>
      </div>
    )
  }
  const isHome = path === paths.home
  const isInstall = isField && isHome && installOffer.possible.value && !preferences.installPutOff.value
  const isExpired = expired && path !== paths.signIn
  if (!isExpired && !isUpdate && !isInstall) return null
  return (
    <div class={isUpdate && !isExpired ? 'shell-notices shell-offer' : 'shell-notices'}>
      {isExpired && (
        <Notice
          tone="attention"
          icon={lockIcon}
          title={isField ? words.signInToSend : words.expired}
          action={<ButtonLink href={paths.signIn}>{words.signInAgain}</ButtonLink>}
        >
          {isField ? words.expiredField : words.expiredOther}
        </Notice>
      )}
      {isUpdate && (
        <Notice
          tone="info"
          icon={refreshCwIcon}
          title={words.updateReady}
          action={<Button onClick={() => updates.take()}>{words.updateNow}</Button>}
        />
      )}
      {isInstall && !isExpired && !isUpdate && (
        <Notice
          tone="info"
          icon={downloadIcon}
          title={words.installTitle}
          action={
            <div class="row">
              <Button onClick={() => void installOffer.ask()}>{words.install}</Button>
              <Button
                kind="bare"
                onClick={() => {
                  preferences.installPutOff.value = true
                }}
              >
                {words.later}
              </Button>
            </div>
          }
        >
          {words.installText}
        </Notice>
      )}
    </div>
  )
}
