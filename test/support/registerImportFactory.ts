import { newId } from '@boardwork/server/src/db/newId.ts'
import { noChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import type { Client } from 'pg'
import { insert } from './factories.ts'

/** A list of attendance that waits to be saved. */
export const makeRegisterImport = (
  db: Client,
  boardId: string,
  personId: string,
  document: SourceDocument = { blocks: [] },
) =>
  insert(db, 'register_import', {
    id: newId(),
    board_id: boardId,
    file_name: 'attendance.csv',
    text_hash: 'the words',
    document: JSON.stringify(document),
    choices: JSON.stringify(noChoices),
    state: 'PREVIEW',
    started_by_id: personId,
    started_at: new Date(),
    changed_at: new Date(),
  })
