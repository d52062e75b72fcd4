import { useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { EvidenceKind } from '@boardwork/shared/plan/evidenceKind.ts'
import {
  checkEvidence,
  checkEvidenceFile,
  evidenceFiles,
  evidenceFileWords,
  evidenceLimits,
} from '@boardwork/shared/plan/evidenceRules.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../../gql/gql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { CharacterCount } from '../../../govuk/CharacterCount.tsx'
import { FileUpload } from '../../../govuk/FileUpload.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { useSendFile } from '../../../page/useSendFile.ts'

const AddEvidence = graphql(`
  mutation AddEvidence($input: AddEvidenceInput!) {
    result: addEvidence(input: $input) {
      __typename
      ... on Evidence {
        id
        action {
          id
          evidence {
            id
            ...EvidencePiece
          }
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

interface Typed {
  kind: EvidenceKind
  words: string
  address: string
}

const accepted = evidenceFiles.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',')
const done = { FILE: 'The file is added', LINK: 'The link is added', NOTE: 'The note is added' }

interface AddEvidenceFormProps {
  actionId: string
  /** What stands between the error summary and the form. */
  heading: ReactNode
}

/** Adds a file, a link or a note as evidence for an action. */
export function AddEvidenceForm({ actionId, heading }: AddEvidenceFormProps) {
  const navigate = useNavigate()
  const { save, saving, refused: notSaved } = useSave(AddEvidence)
  const { send, progress, refused: notSent } = useSendFile(`evidence/${actionId}`)
  const [typed, type, clear] = useDraft<Typed>(`evidence:${actionId}`, {
    kind: 'FILE',
    words: '',
    address: '',
  })
  const [file, setFile] = useState<File | null>(null)
  const { kind, words, address } = typed
  const refused = kind === 'FILE' ? notSent : notSaved
  const busy = saving || progress !== null

  const submit = async () => {
    const problems = checkEvidence(typed)
    const added =
      kind === 'FILE'
        ? await send(file, words, [...checkEvidenceFile(file), ...problems])
        : await save(
            (clientMutationId) => ({
              actionId,
              words,
              address: kind === 'LINK' ? address : null,
              clientMutationId,
            }),
            problems,
          )
    if (!added) return
    clear()
    void navigate(`/actions/${actionId}/evidence`, { state: saved(done[kind]), replace: true })
  }

  // All three kinds stand in the page, and only the chosen one's fields have the names that problems lead to.
  const nameOf = (of: EvidenceKind, field: string) => (of === kind ? field : `${field}-${of}`)
  const wordsOf = (of: EvidenceKind) => ({
    name: nameOf(of, 'words'),
    value: words,
    onChange: (event: { target: { value: string } }) => type({ ...typed, words: event.target.value }),
    errorMessage: of === kind ? problemOf(refused, 'words') : undefined,
  })

  return (
    <>
      <FormProblems refused={refused} />
      {/* What was done before says nothing any more once something was refused. */}
      {notSent.attempt + notSaved.attempt === 0 && <SavedBanner />}
      {heading}
      <h2 className="govuk-heading-m">Add evidence</h2>
      <WarningText>
        Take out the names of adults and children, and anything that would let somebody know who they are,
        before you add a file or a link.
      </WarningText>
      <form
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Radios
          name="kind"
          fieldset={{ legend: 'What do you want to add?' }}
          value={kind}
          onValueChange={(chosen) =>
            type({ ...typed, kind: chosen === 'LINK' || chosen === 'NOTE' ? chosen : 'FILE' })
          }
          items={[
            {
              value: 'FILE',
              text: 'A file',
              conditional: (
                <>
                  <FileUpload
                    name={nameOf('FILE', 'file')}
                    label="File"
                    hint={`Choose ${evidenceFileWords}, of up to ${evidenceLimits.fileBytes / 1024 / 1024} MB. Documents with macros cannot be added.`}
                    accept={accepted}
                    onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                    errorMessage={problemOf(refused, 'file')}
                  />
                  <Textarea rows={2} label="What the file shows" hint={noNamesHint} {...wordsOf('FILE')} />
                </>
              ),
            },
            {
              value: 'LINK',
              text: 'A link to something that is kept elsewhere',
              conditional: (
                <>
                  <TextInput
                    name={nameOf('LINK', 'address')}
                    type="url"
                    label="Address"
                    hint="It begins with https:// or http://. Who follows the link needs access there."
                    value={address}
                    onChange={(event) => type({ ...typed, address: event.target.value })}
                    errorMessage={problemOf(refused, 'address')}
                  />
                  <Textarea rows={2} label="What the link shows" hint={noNamesHint} {...wordsOf('LINK')} />
                </>
              ),
            },
            {
              value: 'NOTE',
              text: 'A note',
              conditional: (
                <CharacterCount
                  label="Note"
                  hint={noNamesHint}
                  maxLength={evidenceLimits.note}
                  threshold={75}
                  rows={6}
                  {...wordsOf('NOTE')}
                />
              ),
            },
          ]}
        />
        <p>
          Everybody who can see this action can see its evidence. It cannot be changed later, only withdrawn.
        </p>
        <Button disabled={busy}>Add evidence</Button>
        <p role="status">
          {progress !== null && progress < 1 && (
            <>
              Sending the file: {Math.round(progress * 100)}%{' '}
              <progress max={1} value={progress} aria-label="Sending the file" />
            </>
          )}
          {progress === 1 && 'Checking the file…'}
        </p>
      </form>
    </>
  )
}
