import Text

/// Cuts the inputs into batches: enough work to outweigh the hand-over, little enough to bound memory.
struct InputBatches {
  static let maximumDocuments = 64
  static let maximumBytes = 1 << 18

  /// One input in the order of reading.
  typealias Item = DocumentReader.RawResult

  private var reader: DocumentReader

  init(_ reader: DocumentReader) { self.reader = reader }

  /// The next batch, nil after the last; never empty.
  mutating func next() -> [Item]? {
    var batch: [Item] = []
    var bytes = 0
    while batch.count < Self.maximumDocuments, bytes < Self.maximumBytes,
      let item = reader.nextRaw()
    {
      batch.append(item)
      if case .input(let input) = item { bytes += input.bytes.count }
    }
    return batch.isEmpty ? nil : batch
  }
}
