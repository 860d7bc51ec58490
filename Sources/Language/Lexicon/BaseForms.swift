import Text

/// The base forms of a lexicon with their word classes, the most frequent first.
struct BaseForms: Sendable {
  private let words: WordTable
  /// For each word its place among the lists of classes.
  private let listOfWord: [UInt32]
  private let lists: [[String]]

  /// Reads rows of a word and its classes, parted by `|`; of a word that comes twice the last row counts.
  init(_ rows: [[String]]) {
    var numbers: [String: Int] = [:]
    var distinct: [String] = []
    var listOfWord: [UInt32] = []
    var lists: [String: UInt32] = [:]
    var ordered: [String] = []
    for row in rows {
      let list = lists[row[1]] ?? UInt32(ordered.count)
      if Int(list) == ordered.count {
        lists[row[1]] = list
        ordered.append(row[1])
      }
      if let known = numbers[row[0]] {
        listOfWord[known] = list
      } else {
        numbers[row[0]] = distinct.count
        distinct.append(row[0])
        listOfWord.append(list)
      }
    }
    words = WordTable(distinct)
    self.listOfWord = listOfWord
    self.lists = ordered.map { $0.split(separator: "|").map(String.init) }
  }

  func has(_ word: String) -> Bool { words.number(of: word) != nil }

  /// None for a word that is no base form.
  func classes(of word: String) -> [String] {
    words.number(of: word).map { lists[Int(listOfWord[$0])] } ?? []
  }
}

extension BaseForms: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(words)
    writer.write(numbers: listOfWord)
    writer.write(lists)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    words = try reader.read()
    listOfWord = try reader.numbers(of: UInt32.self)
    lists = try reader.read()
    let count = lists.count
    guard listOfWord.count == words.count, listOfWord.allSatisfy({ $0 < count }) else {
      throw reader.damage
    }
  }
}
