/** The server was renewed between its document and its catalog. */
export class OtherBuild extends Error {}
