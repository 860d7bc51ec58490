package import Diagnostics
import Language
import Rules
import Text

extension Pack {
  /// The pack as a built one, with the tables of `home` that are read as they are.
  ///
  /// Throws where one of these cannot be read.
  package func archive(
    _ home: PackFiles, stamp: String = ""
  ) throws(DiagnosticList) -> PackArchive {
    var paths = [Self.tokenTable] + LanguageResources.paths(Self.language, states: stateTables)
    if let codes = eventCodes { paths.append(codes) }
    var tables: [String: [UInt8]] = [:]
    for path in paths { tables[path] = try home.bytes(path) }
    var writer = ByteWriter()
    writer.write(
      CompiledPack(
        vocabulary: vocabulary, lexicon: lexicon, program: program, eventCodes: eventCodes))
    return PackArchive(
      name: name, digests: digests, stamp: stamp, tables: tables, compiled: writer.bytes)
  }

  /// Opens a built pack; `home` is its file. The rule files are not in it.
  ///
  /// Throws where its parts do not fit together.
  static func open(_ archive: PackArchive, _ home: PackFiles) throws(DiagnosticList) -> Pack {
    let compiled: CompiledPack
    do {
      compiled = try Self.compiled(archive.compiled)
    } catch {
      throw PackArchive.damaged(home.home, "not whole: its parts do not fit together")
    }
    return try Pack(archive.name, compiled, of: ([], archive.digests), home)
  }

  /// Reads the compiled parts of a built pack; throws where they are damaged or do not fit together.
  static func compiled(_ bytes: [UInt8]) throws(DamagedBytes) -> CompiledPack {
    var reader = ByteReader(bytes)
    let compiled = try CompiledPack(from: &reader)
    guard reader.isAtEnd, compiled.program.isConsistent(tokens: compiled.vocabulary.count) else {
      throw reader.damage
    }
    return compiled
  }
}
