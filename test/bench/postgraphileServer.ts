import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { makeV4Preset } from 'postgraphile/presets/v4'

// PostGraphile 5 on the same tables. The person is given to it: it does not look up a session, as we do.
const person = process.env['PERSON_ID'] ?? ''

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, makeV4Preset({ simpleCollections: 'omit' })],
  pgServices: [
    makePgService({
      connectionString: process.env['DATABASE_SERVER_URL'] ?? '',
      schemas: ['public'],
      poolConfig: { max: 8 },
    }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false, context: () => ({ pgSettings: { 'app.person_id': person } }) },
})
const server = createServer()
server.on('error', (error) => console.error(error))
await instance.createServ(grafserv).addTo(server)
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
