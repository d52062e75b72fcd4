import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkPaper, checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import {
  checkEvidenceFile,
  evidenceFiles,
  evidenceFileWords,
  evidenceLimits,
} from '@boardwork/shared/plan/evidenceRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { PapersOfMeetingFragment as Meeting } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { FileUpload } from '../../../govuk/FileUpload.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { useSendFile } from '../../../page/useSendFile.ts'
import { AddPaper, PapersOfMeetingFragment } from './agendaFragments.ts'
import { ItemSelect } from './ItemSelect.tsx'

export const AddPaperPageQuery = graphql(`
  query AddPaperPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      ...PapersOfMeeting
    }
  }
`)

/** An officer adds a file or a link as a paper of a meeting. */
export function AddPaperPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: AddPaperPageQuery, variables: { id: meetingId } })
  const found = data?.meeting
  const meeting = readFragment(PapersOfMeetingFragment, found)
  usePageTitle(meeting?.viewerCanAgenda.papers ? 'Add a paper' : missingTitle)
  if (!found || !meeting?.viewerCanAgenda.papers) return <Missing />
  return <AddPaperForm meeting={meeting} meetingTitle={found.title} />
}

interface Typed {
  kind: 'FILE' | 'LINK'
  title: string
  address: string
  itemId: string
}

const accepted = evidenceFiles.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',')

function AddPaperForm({ meeting, meetingTitle }: { meeting: Meeting; meetingTitle: string }) {
  const navigate = useNavigate()
  const { id: meetingId, kind: meetingKind, agenda } = meeting
  const { save, saving, refused: notSaved } = useSave(AddPaper)
  const { send, progress, refused: notSent } = useSendFile(`papers/${meetingId}`)
  const [typed, type, clear] = useDraft<Typed>(`paper:${meetingId}`, {
    kind: 'FILE',
    title: '',
    address: '',
    itemId: '',
  })
  const [file, setFile] = useState<File | null>(null)
  const { kind, title, address, itemId } = typed
  const isFile = kind === 'FILE'
  const refused = isFile ? notSent : notSaved
  const back = `/meetings/${meetingId}`

  const submit = async () => {
    const problems = [
      ...(isFile ? checkEvidenceFile(file) : []),
      ...checkPaper({ title, address: isFile ? null : address }),
      ...checkTextsOf(meetingKind, { title }, todayInLondon()),
    ]
    const added = isFile
      ? await send(file, title, problems, { 'x-boardwork-item': itemId })
      : await save(
          (clientMutationId) => ({ meetingId, itemId: itemId || null, title, address, clientMutationId }),
          problems,
        )
    if (!added) return
    clear()
    void navigate(back, { state: saved('The paper is added') })
  }

  return (
    <Main before={<BackLink href={back}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{meetingTitle}</span>
      <h1 className="govuk-heading-l">Add a paper</h1>
      <WarningText>
        Take out the names of adults and children, and anything that would let somebody know who they are,
        before you add a file or a link.
      </WarningText>
      <Form action="Add the paper" saving={saving || progress !== null} onSubmit={submit}>
        <TextInput
          name="title"
          label="What is the paper called?"
          value={title}
          errorMessage={problemOf(refused, 'title')}
          onChange={(event) => type({ ...typed, title: event.target.value })}
        />
        <Radios
          name="kind"
          fieldset={{ legend: 'What do you want to add?' }}
          value={kind}
          onValueChange={(chosen) => type({ ...typed, kind: chosen === 'LINK' ? 'LINK' : 'FILE' })}
          items={[
            {
              value: 'FILE',
              text: 'A file',
              conditional: (
                <FileUpload
                  name="file"
                  label="File"
                  hint={`Choose ${evidenceFileWords}, of up to ${evidenceLimits.fileBytes / 1024 / 1024} MB. Documents with macros cannot be added.`}
                  accept={accepted}
                  onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                  errorMessage={problemOf(refused, 'file')}
                />
              ),
            },
            {
              value: 'LINK',
              text: 'A link to something that is kept elsewhere',
              conditional: (
                <TextInput
                  name="address"
                  type="url"
                  label="Address"
                  hint="It begins with https:// or http://. Who follows the link needs access there."
                  value={address}
                  onChange={(event) => type({ ...typed, address: event.target.value })}
                  errorMessage={problemOf(refused, 'address')}
                />
              ),
            },
          ]}
        />
        <ItemSelect
          agenda={agenda}
          value={itemId}
          errorMessage={problemOf(refused, 'itemId')}
          onChange={(chosen) => type({ ...typed, itemId: chosen })}
        />
        <p>Everybody who can see this meeting can see its papers.</p>
      </Form>
      <p role="status">
        {progress !== null && progress < 1 && `Sending the file: ${Math.round(progress * 100)}%`}
        {progress === 1 && 'Checking the file…'}
      </p>
    </Main>
  )
}
