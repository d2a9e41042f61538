/** A shop as GraphQL services are: paged lists in both usual forms, groups inside groups, choices, refusals in a list. */
export const shopSchema = `
"Everything of the shop."
type Query {
  "One customer by its number."
  customer(id: ID!): Customer
  "All customers, page by page."
  customers(status: Status, search: CustomerSearch, first: Int!, after: String): CustomerConnection!
  orders(first: Int, after: String, last: Int, before: String): OrderConnection
  "Words that customers are marked with."
  tags: [String!]!
  brands: [Brand]
  count: Int!
  everything(limit: Int = 10): [Thing!]!
  anything: Mixed
}
type Mutation {
  "Adds a customer."
  addCustomer(input: NewCustomer!, note: String): AddCustomerPayload
  "Takes a customer out."
  removeCustomer(id: ID!): Boolean!
}
"How far a customer is."
enum Status { LEAD "Buys already." ACTIVE }
scalar DateTime
type Customer {
  id: ID!
  name: String!
  email: String
  status: Status!
  since: DateTime
  old: String @deprecated(reason: "gone")
  price(currency: String!): Float
  address: Address
  friends: [Customer!]!
  orders(first: Int, after: String): OrderConnection!
}
type Address { street: String city: String! }
type Brand { id: ID! name: String }
type Order { number: Int! total: Float customer: Customer! lines: [Line!]! }
type Line { sku: String! amount: Int }
type CustomerConnection { nodes: [Customer!]! pageInfo: PageInfo! totalCount: Int! }
type OrderConnection { edges: [OrderEdge] pageInfo: PageInfo! }
type OrderEdge { node: Order cursor: String! }
type PageInfo { hasNextPage: Boolean! endCursor: String }
union Thing = Customer | Order
union Mixed = Order | Invoice
type Invoice { number: String total: Float }
input CustomerSearch { text: String all: [CustomerSearch!] status: [Status!] }
input NewCustomer { name: String! email: String status: Status = LEAD address: NewAddress tags: [String!] }
input NewAddress { street: String city: String! }
type AddCustomerPayload { customer: Customer userErrors: [UserError!]! }
type UserError { field: [String!] message: String! }
`;
