import fc from 'fast-check'

// The default run draws the same cases each time; the larger run other ones, and says which when one fails.
if (process.env['BOARDWORK_LARGER'] !== '1') fc.configureGlobal({ seed: 20_261_124 })
