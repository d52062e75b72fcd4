import { checkMark, plainMark } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { MarkText } from '@boardwork/shared/attendance/register/registerRules.ts'
import { useEffect, useRef, useState } from 'react'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import type { Place } from '../register/registerPlaces.ts'

const other = 'other'

interface DeputyFieldsProps {
  place: Place
  /** What the register says of the deputy; null while nobody has said who came. */
  text: MarkText | null
  onMark: (text: MarkText) => void
  /** The name was typed, and the next line can follow. */
  onDone: () => void
}

/** Who came in the holder's stead, and whether they are senior enough. It is marked once there is a name. */
export function DeputyFields({ place, text, onMark, onDone }: DeputyFieldsProps) {
  const { placeId, deputies, organisation } = place
  const [typed, type, clear] = useDraft(`register:deputy:${placeId}`, text?.cameName ?? '')
  const [chosen, setChosen] = useState(
    text ? (text.cameId ?? other) : deputies.length === 0 || typed ? other : '',
  )
  const [problem, setProblem] = useState<string | null>(null)
  const fields = useRef<HTMLDivElement>(null)
  // Whoever marked a deputy is asked at once who came.
  const asked = useRef(text === null)
  useEffect(() => {
    if (asked.current) fields.current?.querySelector<HTMLElement>('select, input')?.focus()
  }, [])
  const of = <span className="govuk-visually-hidden"> for {organisation?.name}</span>
  const deputy = text ?? plainMark('DEPUTY')

  const say = (said: MarkText) => {
    const [wrong] = checkMark(said, { vacant: false, deputyIds: deputies.map(({ personId }) => personId) })
    setProblem(wrong?.message ?? null)
    if (wrong) return
    clear()
    onMark(said)
  }
  const named = typed.trim() !== '' && typed.trim() === text?.cameName
  const sayName = () => {
    if (!named) say({ ...deputy, cameId: null, cameName: typed })
  }

  return (
    <div className="bw-register__more" ref={fields}>
      {deputies.length > 0 && (
        <Select
          id={`came-${placeId}`}
          name={`came-${placeId}`}
          label={<>Who came?{of}</>}
          items={[
            chosen === '' && { value: '', text: 'Choose who came' },
            ...deputies.map(({ personId, name }) => ({ value: personId, text: name })),
            { value: other, text: 'Somebody else' },
          ]}
          value={chosen}
          onChange={({ target: { value } }) => {
            setChosen(value)
            if (value !== other) say({ ...deputy, cameId: value, cameName: '' })
          }}
        />
      )}
      {chosen === other && (
        <TextInput
          id={`name-${placeId}`}
          name={`name-${placeId}`}
          label={<>Name of who came{of}</>}
          autoComplete="off"
          value={typed}
          errorMessage={problem ?? undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (typed.trim() !== '') sayName()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            sayName()
            if (typed.trim() !== '') onDone()
          }}
        />
      )}
      {text && (
        <Select
          id={`senior-${placeId}`}
          name={`senior-${placeId}`}
          label={<>Senior enough?{of}</>}
          items={[
            { value: '', text: 'Nobody has said' },
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          value={text.seniorEnough === null ? '' : text.seniorEnough ? 'yes' : 'no'}
          onChange={({ target: { value } }) =>
            say({ ...deputy, seniorEnough: value === '' ? null : value === 'yes' })
          }
        />
      )}
    </div>
  )
}
