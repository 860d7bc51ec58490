package import Text

/// A run of lines of one kind, from the first line's first character to the last line's last.
package struct Zone: Sendable, Hashable {
  package var kind: ZoneKind
  package var range: TextRange

  package init(kind: ZoneKind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}
