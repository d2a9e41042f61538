/**
 * A WSDL 1.1 description as operations that a person can choose from, and each of them as schemas.
 *
 * 1. An operation that is offered in several ways (SOAP 1.1 and 1.2) is listed once, in the first way.
 * 2. What Footbridge cannot speak (rpc/encoded) is listed all the same and refused in words when it is chosen.
 */
import { failure, humanise, success, type Result } from '../../../shared/index.ts';
import { wsdl2Space } from '../spaces.ts';
import { readXml } from '../xml/read-xml.ts';
import { readDocuments, type GivenDocument } from './documents.ts';
import { describeMessages } from './describe-messages.ts';
import { operationsIn, type OfferedOperation } from './offered-operations.ts';
import type { DescriptionProblem, ListedOperation, Description } from './description.ts';

/** The first document is the description itself; the others are those that it needed. */
export function readDescription(
  given: readonly GivenDocument[],
): Result<Description, DescriptionProblem> {
  const read = readDocuments(given);
  if (!read.ok) return read;
  const documents = read.value;
  if (documents.definitions.length === 0) return failure(noDescription(given[0]?.text ?? ''));
  if (documents.needed.length > 0) return success({ needs: documents.needed });
  const offered = operationsIn(documents.definitions);
  if (offered.length === 0) return failure({ code: 'wsdl-empty', params: {} });
  return success({
    operations: offered.map(listed),
    describe(id) {
      const operation = offered.find((one) => one.id === id);
      if (operation === undefined) return failure({ code: 'wsdl-operation-unknown', params: {} });
      if (operation.isEncoded)
        return failure({ code: 'wsdl-encoded', params: { operation: humanise(operation.name) } });
      const messages = describeMessages(operation, documents);
      return messages.ok ? success({ ...listed(operation), ...messages.value }) : messages;
    },
  });
}

function noDescription(text: string): DescriptionProblem {
  const root = readXml(text);
  const isNext = root.ok && root.value.space === wsdl2Space;
  return { code: isNext ? 'wsdl-2' : 'wsdl-not-one', params: {} };
}

function listed(operation: OfferedOperation): ListedOperation {
  const { id, name, documentation, portLabel } = operation;
  const title = humanise(name);
  return {
    id,
    title: portLabel === undefined ? title : `${title} (${humanise(portLabel)})`,
    ...(documentation === undefined ? {} : { description: documentation }),
    looksLikeRead: readWords.has(title.split(' ')[0]?.toLowerCase() ?? ''),
  };
}

const readWords: ReadonlySet<string> = new Set(
  'get find list search query read fetch lookup check count describe retrieve is has select view show'.split(
    ' ',
  ),
);
