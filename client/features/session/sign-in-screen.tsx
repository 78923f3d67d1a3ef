import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from '../../ui/icons/icon.tsx'
import { cloudOffIcon, lockIcon, circleCheckIcon, type IconShape } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { Mark } from '../../ui/layout/mark.tsx'
import { SignInForm, type SignInProps } from './sign-in-form.tsx'
import { sessionWords } from './words.ts'
import './sign-in-screen.css'

/** The first screen: what the app is, and the door. `switches` are language and look. */
export function SignInScreen({ switches, ...form }: SignInProps & { readonly switches: ComponentChildren }) {
  const words = useWords(sessionWords)
  useEffect(() => {
    document.title = `${words.title} · Yes Jitu`
  }, [words])
  return (
    <div class="sign-in">
      <header class="sign-in-band">
        <div class="sign-in-switches">{switches}</div>
        <div class="sign-in-name">
          <Mark />
          <p class="sign-in-product">Yes Jitu</p>
          <p class="sign-in-tagline">{words.tagline}</p>
          <p>{words.purpose}</p>
        </div>
      </header>
      <main class="sign-in-main">
        <h1 tabIndex={-1}>{words.title}</h1>
        <SignInForm {...form} />
        <ul class="sign-in-points">
          <Point icon={circleCheckIcon} title={words.once} text={words.onceText} />
          <Point icon={cloudOffIcon} title={words.offline} text={words.offlineText} />
          <Point icon={lockIcon} title={words.private} text={words.privateText} />
        </ul>
      </main>
    </div>
  )
}

function Point({ icon, title, text }: { icon: IconShape; title: string; text: string }) {
  return (
    <li class="sign-in-point">
      <Icon shape={icon} />
      <span>
        <span class="strong">{title}.</span> {text}
      </span>
    </li>
  )
}
