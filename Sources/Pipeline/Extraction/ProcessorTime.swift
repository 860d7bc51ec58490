import Glibc

/// The processor's time that the calling thread has used: what other programs do meanwhile does not count.
package enum ProcessorTime {
  /// Since the thread began. Source: `clock_gettime(2)`.
  package static var now: Duration {
    var time = timespec()
    // SAFETY: the call writes the value that it is given and keeps no reference to it.
    let status = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    precondition(status == 0, "a thread has a clock")
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
