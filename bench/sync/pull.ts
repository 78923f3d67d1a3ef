import { chromium, type Browser } from '@playwright/test'
import { newId } from '../../server/platform/ids.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { News } from '../../shared/sync/protocol.ts'
import { completePatch } from '../../tests/support/answers.ts'
import { signIn as signInByApi, siteOf } from '../../tests/support/browser-session.ts'
import { chromiumOptions } from '../../tests/support/chromium.ts'
import { PHONE, signIn } from '../../tests/support/people.ts'
import { createPhone } from '../../tests/support/phone.ts'
import type { Measurement } from '../figure.ts'
import { startField } from '../phone/field-server.ts'
import type { Doc, PeerServer, Replicator } from './peers.ts'

const HOUSEHOLDS = 2_000
/** Some rows of a generated list are refused, as of every list. */
const LISTED = 2_005
const ROUNDS = 3
/** As many as a page of the product's. */
const BATCH = 250
const LONGEST_MS = 300_000

/**
 * Time until 2,000 households and as many surveys lie in a browser's IndexedDB: the product from its first request to
 * "semua terkirim" on its page, and PouchDB replicating the same records as documents.
 */
export async function measurePull(
  peer: PeerServer,
  replicator: Replicator,
  report: (measurement: Measurement) => void,
): Promise<void> {
  const server = await startField(LISTED, [])
  const browser = await chromium.launch(chromiumOptions)
  try {
    const docs = docsOf(await surveyAll(server.url))
    await replicator.load([docs])
    await replicator.replicate(`${peer.url}/pull`, BATCH, docs.length)
    const product: number[] = []
    const pouchdb: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      product.push(await pullProduct(browser, server.url))
      pouchdb.push(await pullPouchdb(browser, peer.url, docs.length))
    }
    report({ name: 'pull of 2,000 households and surveys', unit: 'ms', samples: product })
    report({ name: 'the same, PouchDB', unit: 'ms', samples: pouchdb })
    report({
      name: 'pull, PouchDB’s time beside ours',
      unit: 'ratio',
      samples: pouchdb.map((ms, index) => ms / (product[index] ?? ms)),
      reach: { atLeast: 4 },
    })
  } finally {
    await browser.close()
    await server.end()
  }
}

/** Surveys every household of the list from another device. @returns what a phone then pulls */
async function surveyAll(url: string): Promise<readonly News[]> {
  const open = async () => {
    const device = newId<DeviceId>()
    return createPhone(await signInByApi(siteOf({ url }), 'rina', 'demo-bandung', device), device)
  }
  const pullAll = async (phone: Awaited<ReturnType<typeof open>>) => {
    for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
    return [...phone.news]
  }
  const author = await open()
  const households = (await pullAll(author)).flatMap((item) =>
    item.kind === 'household' ? [item.household] : [],
  )
  if (households.length < HOUSEHOLDS) throw new Error(`only ${households.length} households came`)
  for (let from = 0; from < households.length; from += 100) {
    const some = households.slice(from, from + 100)
    await author.sync(...some.map(({ id, known }) => author.change(id, completePatch(known))))
  }
  return pullAll(await open())
}

/** The newest of each, as a phone keeps it. */
function docsOf(news: readonly News[]): readonly Doc[] {
  const docs = new Map<string, Doc>()
  for (const item of news) {
    if (item.kind === 'household')
      docs.set(`h-${item.household.id}`, { _id: `h-${item.household.id}`, ...item })
    if (item.kind === 'survey') docs.set(`s-${item.survey.id}`, { _id: `s-${item.survey.id}`, ...item })
  }
  return [...docs.values()]
}

async function pullProduct(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true })
  try {
    const page = await context.newPage()
    await page.goto(url)
    const watch = await page.evaluateHandle((longestMs) => {
      const done = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('not all came')), longestMs)
        const observer = new MutationObserver(() => {
          if (!document.querySelector('header')?.textContent?.includes('semua terkirim')) return
          const [first] = performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('/api/sync'))
          if (!first) return
          observer.disconnect()
          resolve(performance.now() - first.startTime)
        })
        observer.observe(document, { subtree: true, childList: true, characterData: true })
      })
      return { done }
    }, LONGEST_MS)
    await signIn(page, 'rina')
    return await watch.evaluate(({ done }) => done)
  } finally {
    await context.close()
  }
}

/** As its script puts it into the page. */
declare const PouchDB: new (name: string) => {
  readonly replicate: {
    from: (url: string, options: object) => Promise<{ readonly docs_written: number }>
  }
}

async function pullPouchdb(browser: Browser, url: string, documents: number): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE })
  try {
    const page = await context.newPage()
    await page.goto(`${url}/blank.html`)
    await page.addScriptTag({ url: '/pouchdb.js' })
    const { ms, written } = await page.evaluate(
      async ({ from, batch }) => {
        const database = new PouchDB('pull')
        const startedAt = performance.now()
        const replicated = await database.replicate.from(from, { batch_size: batch })
        return { ms: performance.now() - startedAt, written: replicated.docs_written }
      },
      { from: `${url}/pull`, batch: BATCH },
    )
    if (written !== documents) throw new Error(`PouchDB took ${written} of ${documents}`)
    return ms
  } finally {
    await context.close()
  }
}
