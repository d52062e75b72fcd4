import type {
  PublishedAction,
  PublishedArea,
  PublishedPlan,
} from '@boardwork/shared/plan/export/publication.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: #0b0c0c; background: #fff; font: 1.1rem/1.5 Arial, Helvetica, sans-serif; }
header, nav, main, footer { max-width: 75rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; border-bottom: 1px solid #b1b4b6; padding-bottom: 1rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.5rem; line-height: 1.25; }
.board, .theme { display: block; margin: 0; color: #484949; font-size: 1.1rem; font-weight: normal; }
a { color: #0f5a8c; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #ffdd00; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding: 0.75rem 1rem; }
table { width: 100%; border-collapse: collapse; margin-bottom: 1.5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.column { display: none; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.75rem 0.6rem 0; border-bottom: 1px solid #b1b4b6; overflow-wrap: break-word; }
ul { margin: 0; padding-left: 1.25rem; }
p { margin: 0 0 0.75rem; white-space: pre-line; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid #b1b4b6; }
td p { margin: 0; }
@media screen and (width < 40em) {
  .actions, .actions tbody, .actions tr, .actions th, .actions td { display: block; }
  .actions thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .actions th, .actions td { border: 0; padding: 0.25rem 0; }
  .actions tr { padding: 0.75rem 0; border-bottom: 1px solid #b1b4b6; }
  .column { display: inline; font-weight: bold; }
}
@media print {
  nav, .skip { display: none; }
  body { font-size: 10pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`

/**
 * The page of a plan for the public as one file: it loads nothing, runs nothing, and can be put on any website or
 * printed.
 */
export function writePublication(plan: PublishedPlan, today: string): string {
  const title = escapeHtml(plan.title)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${escapeHtml(plan.boardName)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the plan</a>
<header>
<p class="board">${escapeHtml(plan.boardName)}</p>
<h1>${title}</h1>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ul>
${plan.areas.map(({ id, heading }) => `<li><a href="#area-${id}">${escapeHtml(heading)}</a></li>`).join('\n')}
</ul>
</nav>
<main id="main" tabindex="-1">
${countsHtml(plan)}
${plan.areas.map(areaHtml).join('\n')}
</main>
<footer><p>As it stood on ${escapeHtml(today)}.</p></footer>
</body>
</html>
`
}

function countsHtml({ counts }: PublishedPlan): string {
  if (counts.length === 0) return '<p>There are no actions in this plan.</p>'
  const rows = counts.map(
    ({ status, count }) => `<tr><th scope="row">${escapeHtml(status)}</th><td>${count}</td></tr>`,
  )
  return `<h2>How the actions stand</h2>
<table>
<caption>Actions by status</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Actions</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

const columns = ['Action', 'Responsible', 'Deadline', 'Status', 'Progress']

/** On a phone the cells of a row stand beneath each other; what is not laid out as a table says that it is one. */
function areaHtml({ id, theme, heading, actions }: PublishedArea): string {
  const name = escapeHtml(heading)
  return `<section aria-labelledby="area-${id}">
<h2 id="area-${id}">${theme === '' ? '' : `<span class="theme">${escapeHtml(theme)}</span> `}${name}</h2>
<table class="actions" role="table">
<caption class="hidden">Actions: ${name}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((head) => `<th scope="col" role="columnheader">${head}</th>`).join('')}</tr></thead>
<tbody role="rowgroup">
${actions.map(actionHtml).join('\n')}
</tbody>
</table>
</section>`
}

function actionHtml(action: PublishedAction): string {
  const { reference, title, responsible, deadlines, status, period, progress } = action
  const what = escapeHtml([reference, title].filter((part) => part !== '').join(' '))
  const since = period === '' ? '' : ` (${escapeHtml(period)})`
  const said = progress === '' ? 'Nothing was reported yet' : `<p>${escapeHtml(progress)}</p>`
  const cells = [listHtml(responsible), listHtml(deadlines), escapeHtml(status) + since, said]
  return `<tr role="row"><th scope="row" role="rowheader">${what}</th>${cells
    .map(
      (cell, index) =>
        `<td role="cell"><span class="column" aria-hidden="true">${columns[index + 1]}: </span>${cell}</td>`,
    )
    .join('')}</tr>`
}

function listHtml(items: string[]): string {
  if (items.length === 0) return 'Not named'
  if (items.length === 1) return escapeHtml(items[0] ?? '')
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
}
