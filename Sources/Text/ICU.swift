internal import CICU

/// The ICU library that the program runs with.
package enum ICU {
  /// Its version, such as `72.1`.
  package static var version: String { unsafe String(cString: rp_icu_version()) }
}
