import Gazetteer

/// Whether rows of lists satisfy the conditions of list edges, found once for each; one per worker.
final class ListEdgeMemo {
  private enum Outcome: UInt8 {
    case unknown, holds, fails
  }

  private let program: Program
  /// By edge and row; empty until an edge is first asked for.
  private var outcomes: [[Outcome]]

  init(_ program: Program) {
    self.program = program
    outcomes = Array(repeating: [], count: program.listEdges.count)
  }

  /// Whether a row is one of an edge.
  func holds(_ edge: Int, _ row: Int) -> Bool {
    if outcomes[edge].isEmpty {
      let list = program.lists[program.listEdges[edge].list]
      outcomes[edge] = Array(repeating: .unknown, count: list.count)
    }
    if outcomes[edge][row] == .unknown {
      let list = program.lists[program.listEdges[edge].list]
      let holds = program.listEdges[edge].conditions.allSatisfy {
        $0.test.holds(list.cell(row, $0.column))
      }
      outcomes[edge][row] = holds ? .holds : .fails
    }
    return outcomes[edge][row] == .holds
  }
}
