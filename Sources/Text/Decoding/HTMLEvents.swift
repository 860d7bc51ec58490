internal import CHTML

/// Owns the events of one parsed page, in the order of the page.
@safe final class HTMLEvents {
  // SAFETY: made in `init`, freed once in `deinit`, never handed out.
  private let handle: OpaquePointer

  /// Parses UTF-8; throws where the page nests too deep or its tags are too long to read in linear time.
  init(_ page: [UInt8]) throws(HTMLFailure) {
    var status: Int32 = 0
    // libxml2 takes a NUL for the end of the page; HTML says that it reads as U+FFFD.
    let page = page.contains(0) ? Self.withoutNulls(page) : page
    // SAFETY: the bytes live for the call, and the shim keeps none of them.
    let parsed = unsafe page.withUnsafeBufferPointer { bytes in
      unsafe rp_html_parse(bytes.baseAddress, Int64(bytes.count), Self.maximumDepth, &status)
    }
    guard let parsed = unsafe parsed else {
      switch Int(status) {
      case RP_HTML_DEPTH: throw .depth
      case RP_HTML_COST: throw .attributes
      default: throw .memory
      }
    }
    unsafe handle = parsed
  }

  deinit { unsafe rp_html_free(handle) }

  /// Elements inside one another at most.
  static let maximumDepth: Int32 = 512

  /// Moves to the next event; nil after the last.
  func next() -> HTMLEvent? {
    switch unsafe Int(rp_html_next(handle)) {
    case RP_HTML_START: return .start(name: String(decoding: bytes, as: UTF8.self))
    case RP_HTML_END: return .end(name: String(decoding: bytes, as: UTF8.self))
    case RP_HTML_TEXT: return .text(bytes)
    default: return nil
    }
  }

  /// The value of an attribute of the element that has just started.
  func attribute(_ name: String) -> String? {
    var length: Int64 = 0
    // SAFETY: the value lives as long as the handle; it is copied at once.
    let value = unsafe name.withCString { unsafe rp_html_attribute(handle, $0, &length) }
    guard let value = unsafe value else { return nil }
    let buffer = unsafe UnsafeBufferPointer(start: value, count: Int(length))
    return unsafe String(decoding: buffer, as: UTF8.self)
  }

  private var bytes: [UInt8] {
    var length: Int64 = 0
    // SAFETY: as for `attribute`.
    let start = unsafe rp_html_bytes(handle, &length)
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(length)))
  }

  private static func withoutNulls(_ page: [UInt8]) -> [UInt8] {
    page.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
  }
}

/// What a page consists of, in order; names are in lower case.
enum HTMLEvent: Sendable {
  case start(name: String)
  case end(name: String)
  case text([UInt8])
}

/// Why a page could not be parsed; mistakes in its markup are no reason.
enum HTMLFailure: Error {
  case depth, attributes, lines, memory

  var message: String {
    switch self {
    case .depth: "elements nest too deep"
    case .attributes: "a tag has too many attributes"
    case .lines: "there are more than \(HTMLText.maximumLines) lines"
    case .memory: "there is no memory to parse it"
    }
  }
}
