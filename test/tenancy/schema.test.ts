import { createRequire } from 'node:module'
import { policyLines } from '@boardwork/server/src/access/policy.ts'
import { makeSchema } from '@boardwork/server/src/graphql/schema.ts'
import type {
  GraphQLInputField,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLType,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'

// The schema is made by the CommonJS form of the package; its classes are others than those of the module form.
const {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
} = createRequire(import.meta.url)('graphql') as typeof import('graphql')

/** Lists of records without a bound in their description, and why. */
const unbounded: Record<string, string> = {}

/** Lines of the policy that no root field stands under, and what asks them. */
const withoutRootField: Record<string, string> = {
  'board.readPeople': 'the people, grants and invitations of a board, which are fields of the board',
  'board.readSeats': 'the seats of a board, which are a field of the board',
  'meetingAnswer.readDoubleBooked':
    'that somebody is expected at two meetings at once, which is a field of the expected place',
  'plan.publish':
    'guards the page for the public as a file, which test/api/plan.export.test.ts asks for by its address',
  'strategy.readKinds': 'says on a board whether its officers see how its strategy meetings are planned',
  'period.readUnauthorised': 'what a page says of updates on their way, which exist for these roles alone',
}

/** Mutations without an input, and why. */
const withoutInput: Record<string, string> = {
  signOut: 'there is nothing to say, and a repeat changes nothing',
}

describe('the schema', () => {
  let schema: GraphQLSchema
  beforeAll(async () => {
    schema = await makeSchema()
  })

  const types = () =>
    Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    )

  it('every root field stands under a line of the policy', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    const fields = roots.flatMap((root) => (root ? Object.values(root.getFields()) : []))
    expect(fields.length).toBeGreaterThan(5)
    const without = fields.filter((field) => !policyLines.has(String(field.extensions['policy'])))
    expect(without.map(({ name }) => name)).toEqual([])
  })

  it('every line of the policy guards something that can be asked', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()]
    const used = new Set(
      roots.flatMap((root) =>
        root ? Object.values(root.getFields()).map((field) => field.extensions['policy']) : [],
      ),
    )
    expect([...policyLines.keys()].filter((name) => !used.has(name)).toSorted()).toEqual(
      Object.keys(withoutRootField).toSorted(),
    )
  })

  it('every type, field, argument, enum value and input field says what it is', () => {
    const silent: string[] = []
    const hear = (name: string, description: string | null | undefined) => {
      if (!description?.trim()) silent.push(name)
    }
    const roots = [schema.getQueryType(), schema.getMutationType()]
    for (const type of types()) {
      if (!roots.some((root) => root === type)) hear(type.name, type.description)
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          hear(`${type.name}.${field.name}`, field.description)
          for (const argument of field.args)
            hear(`${type.name}.${field.name}(${argument.name})`, argument.description)
        }
      }
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields()))
          hear(`${type.name}.${field.name}`, field.description)
      if (isEnumType(type))
        for (const value of type.getValues()) hear(`${type.name}.${value.name}`, value.description)
    }
    expect(silent).toEqual([])
  })

  it('every list has a bound, and says it', () => {
    const open: string[] = []
    for (const type of types()) {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
      for (const field of fieldsOf(type)) {
        const name = `${type.name}.${field.name}`
        if (isListType(getNullableType(field.type)) && !(name in unbounded)) {
          if (!/\bat most (the newest )?\d[\d,]*\b/i.test(field.description ?? '')) open.push(name)
        }
      }
    }
    expect(open).toEqual([])
    expect(Object.keys(unbounded).filter((name) => !fieldExists(name))).toEqual([])
  })

  it('every mutation takes one input', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {})
    const odd = fields.filter((field) => {
      const [input, ...more] = field.args
      return input?.name !== 'input' || more.length > 0 || !isInputObjectType(getNullableType(input.type))
    })
    expect(odd.map(({ name }) => name)).toEqual(Object.keys(withoutInput))
  })

  /** The fields of all three kinds of types have these in common. */
  function fieldsOf(type: GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType) {
    return Object.values<Pick<GraphQLInputField, 'name' | 'description'> & { type: GraphQLType }>(
      type.getFields(),
    )
  }

  function fieldExists(name: string): boolean {
    const [typeName = '', fieldName = ''] = name.split('.')
    const type = schema.getType(typeName)
    return (isObjectType(type) || isInputObjectType(type)) && fieldName in type.getFields()
  }
})
