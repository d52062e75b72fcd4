import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotStart } from './errors.ts'

/** What can be configured; every setting has a line in the README. */
export interface Settings {
  production: boolean
  port: number
  host: string
  /** The address under which people reach the platform; it stands in mails. */
  publicUrl: string
  /** The owner's connection; null for the embedded PostgreSQL. */
  databaseUrl: string | null
  /** The server's own connection, where the owner may not make roles. */
  databaseServerUrl: string | null
  dataFolder: string
  /** Where the files of evidence are kept: a folder, or `s3://bucket?endpoint=…&region=…`. */
  files: string
  /** The access key for a bucket; null where none is given. */
  filesKey: { accessKeyId: string; secretAccessKey: string } | null
  demonstration: boolean
  /** How many proxies stand in front and may be believed about the sender's address. */
  proxies: number
  /** An smtp:// or smtps:// address; null: mail stays in the outbox. */
  smtpUrl: string | null
  mailFrom: string
  /** A file of further documents that may be executed, as `{ "<sha256>": "<document>" }`. */
  documentsFile: string | null
  poolSize: number
}

/** Reads the settings; throws CannotStart with one sentence where one cannot be understood. */
export function readSettings(variables: NodeJS.ProcessEnv = process.env): Settings {
  const port = wholeNumber(variables, 'PORT', 4000, 0, 65_535)
  // In the project's own folder, wherever the command was started.
  const dataFolder = variables['BOARDWORK_DATA'] ?? fileURLToPath(new URL('../../.data', import.meta.url))
  const accessKeyId = variables['AWS_ACCESS_KEY_ID']
  const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY']
  return {
    production: variables['NODE_ENV'] !== 'development',
    port,
    host: variables['HOST'] ?? '127.0.0.1',
    publicUrl: (variables['BOARDWORK_PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    databaseUrl: variables['DATABASE_URL'] || null,
    databaseServerUrl: variables['DATABASE_SERVER_URL'] || null,
    dataFolder,
    files: variables['BOARDWORK_FILES'] || path.join(dataFolder, 'files'),
    filesKey: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
    demonstration: variables['BOARDWORK_DEMO'] !== '0',
    proxies: wholeNumber(variables, 'BOARDWORK_PROXIES', 0, 0, 10),
    smtpUrl: variables['SMTP_URL'] || null,
    mailFrom: variables['MAIL_FROM'] ?? 'Boardwork <no-reply@boardwork.example>',
    documentsFile: variables['BOARDWORK_DOCUMENTS'] || null,
    poolSize: wholeNumber(variables, 'BOARDWORK_POOL', 20, 2, 500),
  }
}

function wholeNumber(
  variables: NodeJS.ProcessEnv,
  name: string,
  standard: number,
  least: number,
  most: number,
): number {
  const text = variables[name]
  if (text === undefined || text === '') return standard
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new CannotStart(`${name} has to be a whole number from ${least} to ${most}, and is "${text}".`)
  return value
}
