internal import Glibc

/// Holds a folder for one run until it is given up or its process ends, however it ends; leaves nothing behind.
package final class FolderLock {
  // SAFETY: opened once in `init`, closed once in `deinit`.
  private let descriptor: Int32

  /// Takes the folder, nil where another run holds it; throws where the folder cannot be opened.
  ///
  /// A file system without locks is taken as it is.
  init?(_ path: String) throws(OutputFailure) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure(name: path, code: errno) }
    self.descriptor = descriptor
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
  }

  deinit { close(descriptor) }
}
