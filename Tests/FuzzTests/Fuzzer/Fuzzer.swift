import Glibc

/// libFuzzer's entry into the target that RAPPORTEUR_FUZZ names. A finding ends the process, as a crash does.
enum Fuzzer {
  static let target: FuzzTarget = {
    let name = variable("RAPPORTEUR_FUZZ") ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("RAPPORTEUR_FUZZ is `\(name)`, not one of \(FuzzTarget.allCases)")
    }
    return target
  }()

  /// A variable of the environment, nil where it is not set.
  static func variable(_ name: String) -> String? {
    // SAFETY: nothing changes the environment while the text is copied.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  static func run(_ bytes: [UInt8]) {
    do {
      try target.run(bytes)
    } catch {
      fatalError("\(target): \(error)")
    }
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: libFuzzer lends `count` bytes for the call; they are copied.
  Fuzzer.run(unsafe Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

/// With RAPPORTEUR_FUZZ_SEEDS the process writes the target's seeds into that folder and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  guard let folder = Fuzzer.variable("RAPPORTEUR_FUZZ_SEEDS") else { return 0 }
  do {
    try FuzzSeeds.write(Fuzzer.target, to: folder)
    // Without the search for leaks: what is held here is none.
    _exit(0)
  } catch {
    fatalError("no seeds: \(error)")
  }
}
