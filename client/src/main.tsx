import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { Provider } from 'urql'
import './govuk/boardwork.scss'
import { makeRouter } from './router.tsx'
import { client } from './urql.ts'

const page = document.getElementById('page')
if (page) {
  createRoot(page).render(
    <StrictMode>
      <Provider value={client}>
        <RouterProvider router={makeRouter(client)} />
      </Provider>
    </StrictMode>,
  )
}
