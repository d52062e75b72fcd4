/** Another living process works on this data folder. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'

  constructor(dataFolder: string, pid: number) {
    super(
      `The data folder ${dataFolder} is in use by another Boardwork (process ${pid}): ` +
        'stop that one first, or choose another data folder.',
    )
  }
}

/** The data folder was made by a PostgreSQL whose files this one cannot read. */
export class DataFolderOfOtherVersion extends Error {
  override name = 'DataFolderOfOtherVersion'

  constructor(dataFolder: string, found: string, expected: string) {
    super(
      `The data folder ${dataFolder} was made by PostgreSQL ${found}, and this Boardwork brings ` +
        `PostgreSQL ${expected}: choose another data folder, or start the Boardwork that made this one.`,
    )
  }
}

/** The embedded PostgreSQL could not be started; the message says why and where to look. */
export class EmbeddedPostgresFailed extends Error {
  override name = 'EmbeddedPostgresFailed'
}
