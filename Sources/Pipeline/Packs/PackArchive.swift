package import Diagnostics
import Text

/// A built pack: all that running a pack needs, in one file.
///
/// The file is a head of 52 bytes and a payload. The head holds a magic number, the version of the format, the
/// payload's length and its SHA-256. Whatever was cut or altered is refused before anything in it is believed.
package struct PackArchive: Sendable {
  /// As PNG's: not text, and spoiled by whatever changes line ends.
  private static let magic: [UInt8] = [0x89] + Array("RPK\r\n".utf8) + [0x1A, 0x0A]
  /// One more whenever the payload's form changes.
  private static let formatVersion: UInt32 = 3
  private static let headSize = 8 + 4 + 8 + 32

  /// The pack's name.
  package let name: String
  /// What it was built from.
  package let digests: [PackDigest]
  /// What it was built by; the boundaries of words in its lists hang on ICU.
  let builder: String
  /// What the cache tells programs of one version apart by; empty in a pack that was built to be kept.
  let stamp: String
  /// Tables that are read as they are, by their paths under the home.
  let tables: [String: [UInt8]]
  /// The compiled parts, see `Pack`.
  let compiled: [UInt8]

  init(
    name: String, digests: [PackDigest], stamp: String, tables: [String: [UInt8]],
    compiled: [UInt8]
  ) {
    self.name = name
    self.digests = digests
    self.stamp = stamp
    builder = Self.currentBuilder
    self.tables = tables
    self.compiled = compiled
  }

  private static var currentBuilder: String {
    "rapporteur \(Version.current), ICU \(ICU.version)"
  }

  /// The file's bytes. The same pack gives the same bytes.
  package var bytes: [UInt8] {
    var payload = ByteWriter()
    payload.write(builder)
    payload.write(stamp)
    payload.write(name)
    payload.write(digests.map(\.folder))
    payload.write(digests.map(\.hexadecimal))
    let paths = tables.keys.sorted()
    payload.write(paths)
    for path in paths { payload.write(bytes: tables[path] ?? []) }
    payload.write(bytes: compiled)
    var head = ByteWriter()
    for byte in Self.magic { head.write(fixed: byte) }
    head.write(fixed: Self.formatVersion)
    head.write(fixed: UInt64(payload.bytes.count))
    return head.bytes + SHA256.digest(payload.bytes) + payload.bytes
  }

  // MARK: Reading

  /// Reads a built pack; `path` is for messages.
  ///
  /// Throws where the bytes are no built pack, were cut or altered, or come of another version.
  package init(_ bytes: [UInt8], path: String) throws(DiagnosticList) {
    guard bytes.starts(with: Self.magic) else {
      throw Self.problem(
        "pack-unknown-file", "\(path) is no built pack",
        "name a pack's folder, or a file that `rapporteur build` wrote")
    }
    do {
      var head = ByteReader(bytes, from: Self.magic.count)
      let version = try head.fixed(UInt32.self)
      guard version == Self.formatVersion else {
        throw Self.otherVersion(path, "format \(version); this program reads \(Self.formatVersion)")
      }
      let length = try head.fixed(UInt64.self)
      guard bytes.count >= Self.headSize, length == UInt64(bytes.count - Self.headSize) else {
        throw Self.damaged(path, "\(bytes.count) bytes long, which is not the length that it gives")
      }
      let payload = Array(bytes[Self.headSize...])
      guard SHA256.digest(payload) == Array(bytes[Self.headSize - 32..<Self.headSize]) else {
        throw Self.damaged(path, "altered: its SHA-256 is not the one that it gives")
      }
      try self.init(payload: payload)
    } catch let problem as DiagnosticList {
      throw problem
    } catch {
      throw Self.damaged(
        path, "cut or altered, as byte \((error as? DamagedBytes)?.offset ?? 0) tells")
    }
    guard builder == Self.currentBuilder else {
      throw Self.otherVersion(path, "\(builder); this is \(Self.currentBuilder)")
    }
  }

  private init(payload: [UInt8]) throws(DamagedBytes) {
    var reader = ByteReader(payload)
    builder = try reader.read()
    stamp = try reader.read()
    name = try reader.read()
    let folders = try reader.array(of: String.self)
    let hexadecimals = try reader.array(of: String.self)
    digests = zip(folders, hexadecimals).map { PackDigest(folder: $0, hexadecimal: $1) }
    var tables: [String: [UInt8]] = [:]
    for path in try reader.array(of: String.self) { tables[path] = try reader.byteArray() }
    self.tables = tables
    compiled = try reader.byteArray()
    guard reader.isAtEnd, folders.count == hexadecimals.count else { throw reader.damage }
  }

  // MARK: Messages

  static func damaged(_ path: String, _ how: String) -> DiagnosticList {
    problem(
      "pack-damaged", "the built pack \(path) is \(how)", "build it again, or copy it again")
  }

  private static func otherVersion(_ path: String, _ what: String) -> DiagnosticList {
    problem(
      "pack-version", "the built pack \(path) is of \(what)", "build it again with this program")
  }

  private static func problem(_ id: String, _ message: String, _ help: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(id, message, help: help)])
  }
}
