import Text

/// Documents of inputs, some at a time.
struct DocumentBatches {
  /// Documents of a batch.
  private static let size = 64

  private var reader: DocumentReader

  init(_ reader: DocumentReader) { self.reader = reader }

  /// The next documents, none behind the last, and how many between them could not be decoded.
  mutating func next() -> (documents: [InputDocument], rejected: Int) {
    var documents: [InputDocument] = []
    var rejected = 0
    while documents.count < Self.size, let result = reader.next() {
      switch result {
      case .document(let document): documents.append(document)
      case .reject: rejected += 1
      }
    }
    return (documents, rejected)
  }
}
