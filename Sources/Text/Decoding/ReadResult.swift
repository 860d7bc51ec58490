/// What became of one input: a document, or the reason why there is none.
package enum ReadResult: Sendable {
  case document(InputDocument)
  case reject(Reject)
}
