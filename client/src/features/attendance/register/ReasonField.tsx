import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { textLimits } from '@boardwork/shared/organisation/checkText.ts'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { useDraft } from '../../../page/useDraft.ts'

interface ReasonFieldProps {
  placeId: string
  agency: string
  reason: string
  onReason: (reason: string) => void
}

/** Why apologies were sent. Only the officers and the agency's own people read it. */
export function ReasonField({ placeId, agency, reason, onReason }: ReasonFieldProps) {
  const [draft, type, clear] = useDraft<string | null>(`register:reason:${placeId}`, null)
  const typed = draft ?? reason
  const tooLong = typed.trim().length > textLimits.reason
  const say = () => {
    if (draft === null || tooLong || draft.trim() === reason) return
    clear()
    type(null)
    onReason(draft.trim())
  }
  return (
    <div className="bw-register__more">
      <TextInput
        id={`reason-${placeId}`}
        name={`reason-${placeId}`}
        label={
          <>
            Reason (optional)<span className="govuk-visually-hidden"> of {agency}</span>
          </>
        }
        hint={`Other members do not see it. ${noNamesHint}`}
        autoComplete="off"
        value={typed}
        errorMessage={
          tooLong
            ? `This has ${typed.trim().length} characters. Shorten it to ${textLimits.reason} or fewer.`
            : undefined
        }
        onChange={(event) => type(event.target.value)}
        onBlur={say}
        onKeyDown={(event) => {
          if (event.key === 'Enter') say()
        }}
      />
    </div>
  )
}
