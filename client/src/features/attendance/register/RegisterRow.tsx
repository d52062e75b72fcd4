import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { meetingAnswerName } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { Mark, markLetter, markName, markSymbol } from '@boardwork/shared/attendance/register/mark.ts'
import { checkMark, plainMark } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { MarkedPlace, MarkText } from '@boardwork/shared/attendance/register/registerRules.ts'
import { Radios } from '../../../govuk/Radios.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { DeputyFields } from '../answer/DeputyFields.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { ShownPlace } from './registerPlaces.ts'
import { timeInLondon } from '../meeting/timeInLondon.ts'

interface RegisterRowProps {
  place: ShownPlace
  rules: MarkedPlace
  /** Why apologies were sent, as far as the server has it. */
  reason: string
  onMark: (text: MarkText) => void
  /** Goes to the line after (1) or before (-1). */
  onMove: (step: 1 | -1) => void
}

/** One line of the register: a place, and the five marks. */
export function RegisterRow({ place, rules, reason, onMark, onMove }: RegisterRowProps) {
  const { placeId, organisation, holderName, text, required, voting } = place
  /** A deputy was chosen, and nobody has said who came. */
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  /** Whether it was marked: a deputy needs a name first. */
  const choose = (mark: Mark): boolean => {
    const deputy = mark === 'DEPUTY' ? expectedDeputy(place) : null
    const chosen = { ...plainMark(mark), ...deputy, reason: mark === 'APOLOGIES' ? null : '' }
    const asks = mark === 'DEPUTY' && deputy === null
    setAsking(asks)
    const [wrong] = asks ? [] : checkMark(chosen, rules)
    setProblem(wrong?.message ?? null)
    if (asks || wrong) return false
    onMark(chosen)
    return mark !== 'DEPUTY'
  }

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, ctrlKey, altKey, metaKey, target } = event
    // Letters are text where text is typed.
    if (ctrlKey || altKey || metaKey || !(target instanceof HTMLInputElement) || target.type !== 'radio')
      return
    const mark = Object.values(Mark).find((each) => markLetter[each] === key.toUpperCase())
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
    if (!mark && !step) return
    event.preventDefault()
    if (step) onMove(step)
    else if (mark && choose(mark)) onMove(1)
  }

  const selected = asking ? 'DEPUTY' : (text?.mark ?? '')
  return (
    <>
      {/* The keys are a shortcut of the radios inside, which take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens to the keys of the radios inside */}
      <div onKeyDown={press}>
        <Radios
          name={`mark-${placeId}`}
          className="govuk-radios--inline govuk-radios--small"
          fieldset={{
            legend: {
              className: 'govuk-fieldset__legend--s',
              children: (
                <>
                  {organisation?.name ?? 'An agency'}
                  <span className="govuk-body-s bw-register__holder">
                    {holderName ?? (rules.vacant ? 'Nobody holds this seat' : 'Nobody is named')}
                  </span>
                </>
              ),
            },
          }}
          errorMessage={problem ?? undefined}
          items={Object.values(Mark).map((mark) => ({
            value: mark,
            text: (
              <>
                <span aria-hidden="true">{markSymbol[mark]} </span>
                {mark === 'DEPUTY' ? 'Deputy' : markName[mark]}
              </>
            ),
          }))}
          value={selected}
          onValueChange={(value) => {
            const mark = Object.values(Mark).find((each) => each === value)
            if (mark) choose(mark)
          }}
        />
      </div>
      <p className="govuk-body-s bw-register__facts">
        {required && <Tag colour="grey">Required</Tag>} {voting && <Tag colour="grey">Votes</Tag>}{' '}
        {factsOf(place)}
      </p>
      {selected === 'DEPUTY' && (
        <DeputyFields
          place={place}
          text={text?.mark === 'DEPUTY' ? text : null}
          onMark={(deputy) => {
            setAsking(false)
            onMark(deputy)
          }}
          onDone={() => onMove(1)}
        />
      )}
      {selected === 'APOLOGIES' && (
        <ReasonField
          placeId={placeId}
          agency={organisation?.name ?? ''}
          reason={text?.reason ?? reason}
          onReason={(why) => onMark({ ...plainMark('APOLOGIES'), reason: why })}
        />
      )}
    </>
  )
}

/** Who is to come as a deputy: who was answered, or else the only one who is named; null where that is open. */
function expectedDeputy({ answer, deputies }: ShownPlace): Pick<MarkText, 'cameId' | 'cameName'> | null {
  if (answer?.answer === 'DEPUTY' && answer.state === 'STANDS')
    return answer.deputyId
      ? { cameId: answer.deputyId, cameName: '' }
      : { cameId: null, cameName: answer.deputyName ?? '' }
  const [only, ...others] = deputies
  return only && others.length === 0 ? { cameId: only.personId, cameName: '' } : null
}

function factsOf({ unsent, mark, answer }: ShownPlace): string {
  if (unsent) return 'Not sent yet.'
  if (!mark) {
    if (answer?.state !== 'STANDS') return ''
    return `Answered before: ${[meetingAnswerName[answer.answer], answer.deputyName].filter(Boolean).join(', ')}.`
  }
  const time = timeInLondon(mark.markedAt)
  if (mark.source === 'CODE') return `Checked in with the code at ${time} by ${mark.markedByName}.`
  return mark.source === 'IMPORT'
    ? 'Brought in from an earlier list.'
    : `Marked at ${time} by ${mark.markedByName}.`
}
