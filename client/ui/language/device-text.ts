type Version = readonly [pattern: RegExp, name: string]

/** The first that fits: most browsers call themselves Chrome and Safari, too. */
const BROWSERS: readonly Version[] = [
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|HeadlessChrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+).*Safari\//, 'Safari'],
]

const SYSTEMS: readonly Version[] = [
  [/\biPhone OS (\d+)/, 'iOS'],
  [/\bCPU OS (\d+)/, 'iPadOS'],
  [/\bAndroid (\d+)/, 'Android'],
  [/\bAndroid\b()/, 'Android'],
  [/\bWindows\b()/, 'Windows'],
  [/\bCrOS\b()/, 'ChromeOS'],
  [/\bMac OS X\b()/, 'macOS'],
  [/\bLinux\b()/, 'Linux'],
]

/** From this version of the platform on, the hints' numbers are Windows 11's. Source: UA-CH of Microsoft Edge. */
const WINDOWS_11 = 13

/**
 * A device as people know it: `Samsung SM-A055F · Android 14 · Chrome 126`, as far as its browser said so.
 * @param name as the device gave it: with hints before its user agent, or that alone from earlier versions of the app
 * @returns empty where nothing of it can be read; what is no user agent is left as it is
 */
export function deviceText(name: string): string {
  const agent = name.slice(Math.max(0, name.indexOf('Mozilla/')))
  if (!agent.startsWith('Mozilla/')) return name
  const [model = '', version = ''] = name.slice(0, name.length - agent.length).split(';')
  return [modelOf(model || modelIn(agent)), systemOf(agent, version), found(BROWSERS, agent)]
    .filter((part) => part !== '')
    .join(' · ')
}

function modelOf(model: string): string {
  return model.startsWith('SM-') ? `Samsung ${model}` : model
}

/** As phones called themselves before browsers kept their model back: `K` stands for all of them since. */
function modelIn(agent: string): string {
  const model = /\bAndroid [\d.]+; ([^;)]+?)(?: Build\/[^;)]*)?[;)]/.exec(agent)?.[1] ?? ''
  if (model === '') return /\b(?:iPhone|iPad)\b/.exec(agent)?.[0] ?? ''
  return model === 'K' || model === 'Mobile' || model.startsWith('rv:') ? '' : model
}

function systemOf(agent: string, version: string): string {
  const system = found(SYSTEMS, agent)
  const major = Number.parseInt(version, 10)
  if (system.startsWith('Android')) {
    // Where the model is kept back, the version beside it is the same for all of them, and wrong.
    if (major > 0) return `Android ${major}`
    return /\bAndroid 10; K\b/.test(agent) ? 'Android' : system
  }
  if (!(major > 0)) return system
  if (system === 'Windows') return major >= WINDOWS_11 ? 'Windows 11' : 'Windows 10'
  return system === 'macOS' || system === 'ChromeOS' ? `${system} ${major}` : system
}

function found(versions: readonly Version[], agent: string): string {
  for (const [pattern, name] of versions) {
    const match = pattern.exec(agent)
    if (match) return [name, match[1]].filter(Boolean).join(' ')
  }
  return ''
}
