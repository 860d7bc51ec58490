import Diagnostics
import Glibc

/// Runs the benchmark that the command line names.
@main
struct Benchmarks {
  private static let all: [any Benchmark.Type] = [
    StageBenchmark.self, LinearBenchmark.self, FlatBenchmark.self, PeerBenchmark.self,
  ]

  static func main() async {
    do {
      let isWithinLimits = try await run(Array(CommandLine.arguments.dropFirst()))
      exit(isWithinLimits ? 0 : 1)
    } catch let wrongCall as WrongCall {
      show("error: \(wrongCall.message)")
    } catch let mistakes as DiagnosticList {
      for diagnostic in mistakes.diagnostics { show(diagnostic.rendered()) }
    } catch {
      show("error: \(error)")
    }
    exit(2)
  }

  /// The first argument may name a benchmark; without a name the stages are measured.
  private static func run(_ arguments: [String]) async throws -> Bool {
    let named = all.first { $0.name == arguments.first }
    let operands = named == nil ? arguments : Array(arguments.dropFirst())
    guard !operands.contains("--help") else {
      show(named.map { help(of: $0) } ?? overview)
      return true
    }
    return try await (named ?? StageBenchmark.self).run(operands)
  }

  private static func help(of benchmark: any Benchmark.Type) -> String {
    "usage: RapporteurBenchmarks \(benchmark.name) \(benchmark.operands)\n\n\(benchmark.help)"
  }

  private static var overview: String {
    let lines = all.map { "  \($0.name.padded(to: 8)) \($0.operands)" }
    return """
      usage: RapporteurBenchmarks [BENCHMARK] [OPERAND…]

      \(lines.joined(separator: "\n"))

      `BENCHMARK --help` tells more of each. Without a name the stages are measured. The status is 1 where a figure is
      beyond its limit.
      """
  }
}
