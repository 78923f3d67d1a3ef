import { signal } from '@preact/signals'
import { render } from 'preact'
import * as z from 'zod/mini'
import type { Session } from '../shared/api/session.ts'
import { fault } from '../shared/faults.ts'
import type { Text } from '../shared/text.ts'
import { App } from './app/app.tsx'
import { applyLook } from './app/preferences/apply-look.ts'
import { createSpokenLanguage } from './app/language/spoken-language.ts'
import { openPreferences } from './app/preferences/preferences.ts'
import { createSessionModel, type Field } from './app/session/session-model.ts'
import { openDevice } from './fieldwork/open-device.ts'
import { createApi } from './platform/api.ts'
import { createClock } from './platform/clock.ts'
import { createConnectivity } from './platform/connectivity.ts'
import { createIds } from './platform/ids.ts'
import { captureInstallOffer } from './platform/install-offer.ts'
import { createLocks } from './platform/locks.ts'
import { createOwnScriptUrls } from './platform/own-script-url.ts'
import photoWorker from './platform/photo-worker.ts?worker&url'
import { createPlainSealer } from './platform/plain-sealer.ts'
import { createUpdates } from './platform/service-worker.ts'
import { createTabs } from './platform/tabs.ts'
import { traced } from './platform/traced.ts'
import type { Api } from './ports/api.ts'
import { openDeviceDatabase } from './storage/device-database.ts'
import { openInstallation } from './storage/installation-database.ts'
import { createSyncEngine } from './sync/engine.ts'
import './ui/styles/tokens.css'
import './ui/styles/base.css'

// The Content-Security-Policy forbids the code that Zod would otherwise write.
z.config({ jitless: true })

const installOffer = captureInstallOffer()
const clock = createClock()
const ids = createIds()
const sealer = createPlainSealer()
const connectivity = createConnectivity()
const locks = createLocks(navigator.locks)
const reload = () => location.reload()

const SERVICE_WORKER = '/sw.js'
const scriptUrl = createOwnScriptUrls([SERVICE_WORKER, photoWorker])
const openPhotoWorker = () => new Worker(scriptUrl(photoWorker) as string, { type: 'module' })

const lossKit = () => import('./loss-kit.tsx')

/** Everything of one enumerator's device: its database, its work, and the engine that sends it. */
async function openField(session: Session, api: Api): Promise<Field> {
  const { device } = session
  const name = `yesjitu-${device}`
  const records = await openDeviceDatabase(device, { sealer, tabs: createTabs(name) })
  const { fieldWork, syncStore, leftOut, photos, close } = await openDevice({
    device,
    records,
    clock,
    ids,
    fetchSurveyPart: async () => (await import('./field-kit.ts')).openSurveyPart,
  })
  const holdsAny = () => syncStore.lastAt.peek() ?? (fieldWork.households.peek().size || leftOut.peek())
  if (!holdsAny() && traced(device)) return (await lossKit()).lose(sealer, session)
  const shared = { store: syncStore, api, locks, connectivity, clock }
  const sync = createSyncEngine({
    ...shared,
    receipts: {
      async judge(sent, reply) {
        const kit = await import('./field-kit.ts').catch(() => null)
        return kit ? kit.openReceipts(session, api).judge(sent, reply) : fault('unreachable')
      },
    },
    chance: Math.random,
    lockName: name,
  })
  const photosLeft = signal<Text | null>(null)
  const parts = { ...shared, session, records, photos, sync, sealer, openPhotoWorker, photosLeft }
  let kit: ReturnType<typeof openKit> | null = null
  const openKit = async () => {
    try {
      return await (await import('./field-kit.ts')).openFieldKit(parts)
    } catch (error) {
      kit = null
      throw error
    }
  }
  const stopSync = sync.start()
  const stop = () => {
    stopSync()
    void kit?.then((opened) => opened.close())
  }
  // Where the phone remembers nothing, the server does.
  sync.state.subscribe((now) => {
    if (now.kind === 'stopped' && now.fault.fault === 'sequence-gap' && !holdsAny())
      void lossKit().then(({ lose }) => lose(sealer, session))
  })
  // A newer version of the app has the database now: this page must not write over it.
  fieldWork.retired.subscribe((isRetired) => isRetired && stop())
  return {
    work: fieldWork,
    sync,
    photosLeft,
    kit: () => (kit ??= openKit()),
    close: () => {
      stop()
      close()
    },
  }
}

const model = createSessionModel({
  api: createApi(),
  openInstallation: () => openInstallation({ sealer, clock, ids }),
  deviceName: () => import('./platform/device-name.ts').then((part) => part.deviceName()).catch(() => ''),
  openField,
})

// Even to name `localStorage` throws where the browser forbids it; the preferences know what to do then.
const preferences = openPreferences({
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
})
const language = createSpokenLanguage(preferences.language, () => import('./app/language/english.ts'))
applyLook(preferences, language, document, matchMedia('(prefers-color-scheme: dark)'))

const root = document.getElementById('app')
if (!root) throw new Error('index.html has lost its #app')

render(
  <App
    model={model}
    preferences={preferences}
    language={language}
    clock={clock}
    ids={ids}
    // In development there is no service worker: it would keep what was just changed.
    updates={
      import.meta.env.PROD
        ? createUpdates(connectivity, scriptUrl(SERVICE_WORKER))
        : { ready: signal(false), start: () => undefined, take: reload }
    }
    installOffer={installOffer}
    reload={reload}
  />,
  root,
)

// What is gone is said before anybody signs in, and after.
model.state.subscribe(({ kind }) => {
  // Signed in, only what is known to be lost is looked at.
  if (traced(kind === 'signed-out' ? '' : 'true'))
    void lossKit().then(({ showLossAlarm }) => showLossAlarm({ sealer, model, clock, language }))
})

void model.open()
