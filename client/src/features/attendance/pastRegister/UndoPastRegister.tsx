import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'

interface UndoPastRegisterProps {
  fileName: string
  /** What stands against it, as sentences. */
  builtOn: readonly string[]
  saving: boolean
  onUndo: () => void
}

/** The way to take back what a list wrote, or why there is none. */
export function UndoPastRegister({ fileName, builtOn, saving, onUndo }: UndoPastRegisterProps) {
  if (builtOn.length > 0)
    return (
      <Details summary={`Why ${fileName} cannot be undone`}>
        <ul className="govuk-list govuk-list--bullet">
          {builtOn.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Details>
    )
  return (
    <Details summary={`Undo ${fileName}`}>
      <p>
        The meetings, marks and guests that it brought in go. What you answered and chose is kept, so that you
        can put something right and save it again.
      </p>
      <Button type="button" variant="warning" disabled={saving} onClick={onUndo}>
        Undo this list
      </Button>
    </Details>
  )
}
