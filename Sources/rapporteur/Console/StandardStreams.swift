import Glibc

/// Standard input, output and error as the system hands them over.
enum StandardStreams {
  /// Makes writes to a closed pipe fail instead of ending the process, and sees to it that no file that is opened
  /// later takes the place of a stream that was closed.
  static func prepare() {
    // Called once, before any other thread is started.
    _ = signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // Opened for reading, so that writes still fail and are told.
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}
