/** What the support desk offers, in the language of GraphQL: its description is what machines are told as well. */
export const deskSchema = `
"Everything that can be read."
type Query {
  "Who signs in with this token."
  me: Agent!
  "The tickets, oldest first, page by page."
  tickets(
    "Only those that are so far."
    status: TicketStatus
    "How many at a time, at most 20."
    first: Int = 20
    "Goes on behind the ticket with this mark."
    after: String
  ): TicketConnection!
  "One ticket by its number."
  ticket("Such as T-2001." id: ID!): Ticket
}
"Everything that can be changed."
type Mutation {
  "Opens a ticket for somebody."
  openTicket(input: NewTicket!): Ticket!
  "Answers a ticket by e-mail."
  answerTicket(input: NewAnswer!): Ticket!
}
"How far a ticket is."
enum TicketStatus {
  "Nobody has answered yet."
  OPEN
  "It was answered; the next word is theirs."
  WAITING
  "There is nothing left to do."
  SOLVED
}
"How soon somebody should look at it."
enum Priority { LOW NORMAL HIGH }
"A day and a time, such as 2026-10-05T08:30:00Z."
scalar DateTime
"Somebody who answers tickets."
type Agent { name: String! team: String! }
"What somebody asked."
type Ticket {
  "Such as T-2001."
  id: ID!
  subject: String!
  text: String!
  status: TicketStatus!
  priority: Priority!
  openedAt: DateTime!
  "Who asked."
  requester: Requester!
  answers: [Answer!]!
}
"Who asked."
type Requester { firstName: String! lastName: String! email: String! country: String! }
"What was answered."
type Answer { to: String! text: String! sentAt: DateTime! }
"A part of the tickets."
type TicketConnection { nodes: [Ticket!]! pageInfo: PageInfo! totalCount: Int! }
"Whether there is more, and where it goes on."
type PageInfo { hasNextPage: Boolean! endCursor: String }
"A ticket to open."
input NewTicket {
  subject: String!
  text: String!
  firstName: String!
  lastName: String!
  "Where the answer goes."
  email: String!
  priority: Priority = NORMAL
}
"An answer to send."
input NewAnswer {
  "The number of the ticket, such as T-2001."
  ticket: ID!
  "The e-mail address that the answer goes to."
  to: String!
  text: String!
  "Whether nothing is left to do after it."
  solved: Boolean = false
}
`;
