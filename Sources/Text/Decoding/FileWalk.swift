/// The files below a folder, in byte order of their paths; hidden ones are passed over.
struct FileWalk {
  /// A file, or a folder or entry that cannot be read.
  struct Entry {
    /// As the system knows it.
    var path: [UInt8]
    /// Relative to the folder that the walk began with.
    var name: [UInt8]
    var failure: SystemError?
  }

  private struct Pending {
    var path: [UInt8]
    var name: [UInt8]
    /// Folders around it, so that a link to one of them ends the walk there.
    var ancestors: [[UInt64]]
    var isFolder: Bool
    var failure: SystemError?
  }

  // What is still to be visited, the next one last.
  private var pending: [Pending]

  init(folder path: [UInt8], key: [UInt64]) {
    pending = [Pending(path: path, name: [], ancestors: [key], isFolder: true)]
  }

  mutating func next() -> Entry? {
    while let next = pending.popLast() {
      guard next.isFolder, next.failure == nil else {
        return Entry(path: next.path, name: next.name, failure: next.failure)
      }
      do {
        let names = try FileDescriptor.names(inFolder: next.path)
        open(next, names)
      } catch {
        return Entry(path: next.path, name: next.name, failure: error)
      }
    }
    return nil
  }

  /// A folder sorts with its closing slash, as its files' paths do.
  private mutating func open(_ folder: Pending, _ names: [[UInt8]]) {
    let slash = UInt8(ascii: "/")
    var children: [(key: [UInt8], value: Pending)] = []
    for name in names where name.first != UInt8(ascii: ".") {
      let path = folder.path.last == slash ? folder.path + name : folder.path + [slash] + name
      let relative = folder.name.isEmpty ? name : folder.name + [slash] + name
      var child = Pending(path: path, name: relative, ancestors: [], isFolder: false)
      do {
        let (kind, key) = try FileDescriptor.kind(of: path)
        // A link back to a folder around it would never end.
        if kind == .folder && folder.ancestors.contains(key) { continue }
        child.isFolder = kind == .folder
        if child.isFolder { child.ancestors = folder.ancestors + [key] }
      } catch {
        child.failure = error
      }
      children.append((child.isFolder ? name + [slash] : name, child))
    }
    children.sort { $1.key.lexicographicallyPrecedes($0.key) }
    pending += children.map(\.value)
  }
}
