import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Button } from '../govuk/Button.tsx'
import { Link } from '../govuk/Link.tsx'
import { Main } from '../page/Main.tsx'
import { usePageTitle } from '../page/usePageTitle.ts'

const words = {
  404: {
    title: 'We could not find this page',
    text: 'It may have been moved, or your access to it may have ended. Ask the coordinator of the board if you should see it.',
  },
  503: {
    title: 'We could not reach Boardwork',
    text: 'Check your connection and try again. Nothing you typed is lost.',
  },
  500: {
    title: 'Something went wrong on our side',
    text: 'Nothing was changed. Try again in a few minutes.',
  },
}

/** Stands in for a page that cannot be shown. */
export function ErrorPage() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { title, text } = status === 404 ? words[404] : status === 503 ? words[503] : words[500]
  usePageTitle(title)
  return (
    <Main>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{text}</p>
      {status !== 404 && (
        <Button type="button" onClick={() => location.reload()}>
          Try again
        </Button>
      )}
      <p className="govuk-body">
        <Link href="/" className="govuk-link">
          Go to your boards
        </Link>
      </p>
    </Main>
  )
}
