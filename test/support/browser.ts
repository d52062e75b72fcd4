import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, glob, open, readFile, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

const run = promisify(execFile)

const installSeconds = 600
const lockFile = join(tmpdir(), 'boardwork-browser-install.lock')
const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core']
const isRoot = process.getuid?.() === 0

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

const usualPlaces: Partial<Record<NodeJS.Platform, () => string[]>> = {
  linux: () =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin']
      .flatMap((folder) => commandsIn(folder))
      .concat('/opt/google/chrome/chrome'),
  darwin: () =>
    ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    ),
  win32: () =>
    [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]),
}

/**
 * The path of a Chromium, Chrome or Edge that starts on this machine. Installs Debian's Chromium when there
 * is none and this process may do so.
 *
 * @throws Error with one sentence that says what to install.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env['BOARDWORK_BROWSER']
  if (named) {
    if (await starts(named)) return named
    throw new Error(`BOARDWORK_BROWSER names ${named}, which is no browser that starts here.`)
  }
  const found = await findInstalled()
  if (found) return found
  if (isRoot && (await isExecutable('/usr/bin/apt-get'))) {
    const installed = await installOnce()
    if (installed) return installed
  }
  throw new Error(
    'The browser tests found no browser: install Chromium, Chrome or Edge, or put the path of one in BOARDWORK_BROWSER.',
  )
}

/** A headless browser, which the caller closes. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

async function findInstalled(): Promise<string | undefined> {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).flatMap(commandsIn)
  const places = [...onPath, ...(usualPlaces[process.platform]?.() ?? []), chromium.executablePath()]
  for (const path of new Set(places)) if (await starts(path)) return path
  return findDownloadedByPlaywright()
}

function commandsIn(folder: string): string[] {
  const ending = process.platform === 'win32' ? '.exe' : ''
  return commandNames.map((name) => join(folder, name + ending))
}

/** Another version of Playwright than ours may have left a browser in its cache: any of them will do. */
async function findDownloadedByPlaywright(): Promise<string | undefined> {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    linux: join(homedir(), '.cache'),
    darwin: join(homedir(), 'Library', 'Caches'),
    win32: join(homedir(), 'AppData', 'Local'),
  }
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(caches[process.platform] ?? '', 'ms-playwright')
  const executables = [
    'chromium-*/chrome-*/chrome{,.exe}',
    'chromium-*/chrome-*/*.app/Contents/MacOS/*',
    'chromium_headless_shell-*/chrome-*/{headless_shell,chrome-headless-shell}{,.exe}',
  ]
  for await (const path of glob(executables, { cwd: cache }))
    if (await starts(join(cache, path))) return join(cache, path)
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** Ubuntu has a `chromium-browser` that only says how to get one, so being executable is not enough. */
async function starts(path: string): Promise<boolean> {
  if (!(await isExecutable(path))) return false
  // On Windows, --version opens a window instead.
  if (process.platform === 'win32') return true
  try {
    await run(path, ['--version', ...(isRoot ? ['--no-sandbox'] : [])], { timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** Two test processes may come here at once: the second waits for the first, then looks again. */
async function installOnce(): Promise<string | undefined> {
  const deadline = Date.now() + installSeconds * 1000
  while (!(await takeLock())) {
    if (Date.now() > deadline) return undefined
    await wait(500)
  }
  try {
    return (await findInstalled()) ?? (await install())
  } finally {
    await rm(lockFile, { force: true })
  }
}

async function takeLock(): Promise<boolean> {
  try {
    const file = await open(lockFile, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch {
    const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''))
    // An empty file is one that its holder has not written yet.
    if (holder > 0 && !isAlive(holder)) await rm(lockFile, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function install(): Promise<string | undefined> {
  console.error(`Installing ${packages.join(', ')} for the browser tests.`)
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: installSeconds * 1000,
    maxBuffer: 64 * 1024 * 1024,
  }
  try {
    await run('apt-get', ['update'], options)
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
  } catch (error) {
    throw new Error(
      'Chromium could not be installed with apt-get: install Chromium or Chrome by hand, or put the path of one in BOARDWORK_BROWSER.',
      { cause: error },
    )
  }
  return findInstalled()
}
