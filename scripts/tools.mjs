import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** The script behind a package's command, so that no shell and no PATH is needed to run it. */
function commandOf(packageName, command = packageName) {
  const require = createRequire(import.meta.url)
  const manifest = join(root, 'node_modules', packageName, 'package.json')
  const { bin } = require(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs a program in the project's folder, its output shown, without standard input.
 * @returns its exit code; 1 when it could not be started or was killed
 */
export function run(program, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Runs a package's command in this very Node. */
export const runTool = (packageName, args, env = {}, command = packageName) =>
  run(process.execPath, [commandOf(packageName, command), ...args], env)
