import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import type { Plugin, Rolldown } from 'vite'
import { englishApart } from './.ci/english-apart.ts'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { findProgramme } from './shared/catalogue/programme-catalogue.ts'
import { RESTRICTED_PROBLEMS } from './shared/catalogue/restricted-problems.ts'
import { PROGRAMMES } from './shared/catalogue/restricted-programmes.ts'

const at = (...parts: string[]) => join(import.meta.dirname, ...parts)
const CLIENT_OUTPUT = at('dist/client')
const CLIENT_ENTRY = 'client/main.tsx'
const SERVER_OUTPUT = at('dist/server')
const MIGRATIONS = 'server/database/migrations'

/** The oldest browsers of the product. */
const BROWSERS = ['chrome119', 'safari16.4']

const JSX = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** Paths of all files below a directory, in an order that does not depend on the machine. */
function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The server's policy allows scripts and styles from files only: a page that needs more must not leave here. */
const refuseInlineCode: Plugin = {
  name: 'refuse-inline-code',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const inline = /<script(?![^>]*\ssrc=)[^>]*>|<style\b|\son\w+=|\sstyle=/i.exec(html)
      if (inline) throw new Error(`index.html holds inline code, which the policy blocks: ${inline[0]}`)
    },
  },
}

/** Texts of the first load. */
const FIRST_TEXTS = [
  'shared/faults.ts',
  'client/app/language/words.ts',
  'client/features/households/words.ts',
  'client/features/session/words.ts',
  'client/ui/words.ts',
]

/** Names and codes of restricted types, and of programmes that only these concern, in lower case. */
const RESTRICTED_NAMES = [
  ...RESTRICTED_PROBLEMS.flatMap(({ code, text }) => [code, text.id, text.en]),
  ...PROGRAMMES.filter(({ id }) => !findProgramme(id)).map(({ name }) => name),
].map((name) => name.toLowerCase())
const RESTRICTED_WORDS = /\bHIV\b|NAPZA|perdagangan orang/i

/** A phone gets lost, and anybody may read the program on it: what only a case-worker reads stays on the server. */
const refuseRestrictedNames: Plugin = {
  name: 'refuse-restricted-names',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const text = String(file.type === 'chunk' ? file.code : file.source)
      const lowerCase = text.toLowerCase()
      const found =
        RESTRICTED_NAMES.find((name) => lowerCase.includes(name)) ?? RESTRICTED_WORDS.exec(text)?.[0]
      if (found) throw new Error(`${file.fileName} names what no phone may hold: ${found}`)
    }
  },
}

type ModuleGraph = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Names the chunk of what the page needs at once: it compresses better as one, and parts that come later share
 * it. All others are left to the bundler.
 */
function firstLoadChunk(entry: string): (id: string, graph: ModuleGraph) => string | null {
  const atOnce = new Set<string>()
  const follow = (id: string, graph: ModuleGraph) => {
    if (atOnce.has(id)) return
    atOnce.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) follow(imported, graph)
  }
  return (id, graph) => {
    follow(entry, graph)
    return atOnce.has(id) ? 'first' : null
  }
}

/** Writes down what the first load is made of, for its budget (`bench/first-load.ts`). */
const weighFirstLoad: Plugin = {
  name: 'weigh-first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const atOnce = new Map<string, Rolldown.OutputChunk>()
    const follow = (chunk: Rolldown.OutputChunk | undefined) => {
      if (!chunk || atOnce.has(chunk.fileName)) return
      atOnce.set(chunk.fileName, chunk)
      for (const imported of chunk.imports) follow(chunks.find(({ fileName }) => fileName === imported))
    }
    follow(chunks.find(({ moduleIds }) => moduleIds.includes(at(CLIENT_ENTRY))))
    const first = [...atOnce.values()]
    const modules = first
      .flatMap((chunk) => Object.entries(chunk.modules))
      .map(([id, { code }]) => ({ path: relative(at('.'), id), bytes: gzipSync(code ?? '').length }))
      .sort((a, b) => b.bytes - a.bytes)
    const files = first.flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])])
    writeFileSync(at('dist/first-load.json'), JSON.stringify({ files, modules }))
  },
}

/** SQL cannot be bundled: it stands beside the bundle as it stands beside its reader in the sources. */
const copyMigrations: Plugin = {
  name: 'copy-migrations',
  writeBundle: () => cpSync(at(MIGRATIONS), join(SERVER_OUTPUT, basename(MIGRATIONS)), { recursive: true }),
}

/** The page, and in development the one origin that passes `/api` on to the server. */
function clientConfig(): ViteUserConfig {
  return {
    root: at('client'),
    publicDir: at('public'),
    plugins: [
      preact({ reactAliasesEnabled: false }),
      englishApart({
        files: FIRST_TEXTS.map((path) => at(path)),
        into: at('client/app/language/english.ts'),
        counted: at('client/ui/language/counted.ts'),
      }),
      refuseInlineCode,
      refuseRestrictedNames,
      weighFirstLoad,
    ],
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    build: {
      outDir: CLIENT_OUTPUT,
      emptyOutDir: true,
      target: BROWSERS,
      // What a later part needs is kept by the service worker; to list it here would weigh on the first load.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_part, needs) => needs.filter((file) => file.endsWith('.css')),
      },
      assetsInlineLimit: 0,
      sourcemap: false,
      rolldownOptions: {
        output: {
          // The names of all later parts weigh on the first load: they are nothing but a short hash.
          entryFileNames: 'assets/[hash:6].js',
          chunkFileNames: 'assets/[hash:6].js',
          assetFileNames: 'assets/[hash:6][extname]',
          codeSplitting: { groups: [{ name: firstLoadChunk(at(CLIENT_ENTRY)), debugName: 'first load' }] },
        },
      },
    },
    server: {
      port: Number(process.env['PORT'] ?? 8787),
      strictPort: true,
      proxy: { '/api': `http://127.0.0.1:${process.env['API_PORT'] ?? 8788}` },
    },
  }
}

/**
 * What the service worker keeps for the time without a network, in Workbox's form: every file of the client
 * build, apart from the icons that only an installation fetches. Names that hold their own hash need no revision.
 */
function precacheManifest(): { url: string; revision: string | null }[] {
  return filesBelow(CLIENT_OUTPUT)
    .map((path) => ({ path, url: relative(CLIENT_OUTPUT, path) }))
    .filter(({ url }) => url !== 'sw.js' && !/\.map$|^icons\/.*\.png$/.test(url))
    .map(({ path, url }) => ({
      url,
      revision: url.startsWith('assets/')
        ? null
        : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16),
    }))
}

/** A classic script beside the page, built after it because it names the page's files. */
function serviceWorkerConfig(): ViteUserConfig {
  if (!existsSync(CLIENT_OUTPUT))
    throw new Error('build the client first: the service worker names its files')
  return {
    publicDir: false,
    plugins: [refuseRestrictedNames],
    define: { 'self.__WB_MANIFEST': JSON.stringify(precacheManifest()) },
    build: {
      outDir: CLIENT_OUTPUT,
      emptyOutDir: false,
      target: BROWSERS,
      modulePreload: false,
      sourcemap: false,
      rolldownOptions: {
        input: at('client/sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  }
}

/** Programs of the server: what a person starts, and each file that runs as a worker thread. */
function serverEntries(): string[] {
  const workers = filesBelow(at('server')).filter((path) => path.endsWith('-worker.ts'))
  return [at('server/main.ts'), at('server/demo/generate.ts'), ...workers]
}

/** One flat directory, so that `import.meta.url` has the same neighbours in every file of it. */
function serverConfig(): ViteUserConfig {
  return {
    publicDir: false,
    plugins: [copyMigrations],
    build: {
      ssr: true,
      outDir: SERVER_OUTPUT,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(serverEntries().map((path) => [basename(path, '.ts'), path])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  }
}

/** Unit, property and integration tests; real SQLite loads in processes, not in threads. */
function testConfig(): ViteUserConfig {
  return {
    oxc: JSX,
    test: {
      include: ['{.ci,bench,client,server,shared,tests}/**/*.test.{ts,tsx,mjs}'],
      environment: 'node',
      globals: false,
      pool: 'forks',
      testTimeout: 20_000,
    },
  }
}

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'test':
      return testConfig()
    case 'service-worker':
      return serviceWorkerConfig()
    case 'server':
      return serverConfig()
    default:
      return clientConfig()
  }
})
