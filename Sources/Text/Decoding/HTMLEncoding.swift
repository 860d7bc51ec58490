/// The encoding that a page declares for itself.
enum HTMLEncoding {
  /// The declared name, nil where there is none: of an XML declaration, else of the first `charset=` inside a tag.
  ///
  /// Looks at the first 4096 bytes; the WHATWG standard's prescan needs 1024.
  static func declared(in bytes: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml"), let end = head.firstIndex(of: ">"),
      let name = value(after: "encoding=", in: head[..<end])
    {
      return usable(name)
    }
    for tag in head.split(separator: "<") where tag.hasPrefix("meta") {
      let inside = tag.prefix { $0 != ">" }
      if let name = value(after: "charset=", in: inside) { return usable(name) }
    }
    return nil
  }

  private static func value(after key: String, in text: Substring) -> String? {
    guard let range = text.firstRange(of: key) else { return nil }
    let rest = text[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = rest.prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0))
    }
    return name.isEmpty ? nil : String(name)
  }

  /// The encoding that the WHATWG standard reads a label as, by ICU's name; most labels mean themselves.
  private static func usable(_ label: String) -> String {
    switch label {
    case "utf8": "utf-8"
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "ascii", "us-ascii", "cp1252",
      "x-cp1252":
      "windows-1252"
    case "iso-8859-9", "latin5": "windows-1254"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80": "gb18030"
    case "ks_c_5601-1987", "euc-kr": "windows-949"
    case "shift_jis", "shift-jis", "x-sjis", "sjis": "windows-31j"
    case "tis-620", "iso-8859-11": "windows-874"
    // A page that can be read for its declaration is not UTF-16, whatever it says.
    case "utf-16", "utf-16le", "utf-16be", "unicode": "utf-8"
    default: label
    }
  }
}
