import Testing

@testable import Language

@Suite struct ItemPoolTests {
  @Test func listsGrowSideBySide() {
    var pool = ItemPool<Int>()
    var (odd, even, both) = (ItemPool<Int>.List(), ItemPool<Int>.List(), ItemPool<Int>.List())
    for number in 1...6 {
      if number.isMultiple(of: 2) {
        pool.append(number, to: &even)
      } else {
        pool.append(number, to: &odd)
      }
    }
    pool.append(even, to: &both)
    pool.append(odd, to: &both)
    pool.append(8, to: &even)
    var items: [Int] = []
    #expect(pool.copy(odd, to: &items) == 0..<3)
    #expect(pool.copy(even, to: &items) == 3..<7)
    #expect(pool.copy(both, to: &items) == 7..<13)
    #expect(items == [1, 3, 5, 2, 4, 6, 8, 2, 4, 6, 1, 3, 5])
    #expect(pool.last(of: even) == 8)
    #expect(pool.last(of: even) { $0 < 5 } == 4)
  }

  @Test func aListOfOneHasNotSeveral() {
    var pool = ItemPool<Int>()
    var list = ItemPool<Int>.List()
    #expect(list.isEmpty && !list.hasSeveral && pool.first(of: list) == nil)
    pool.append(1, to: &list)
    #expect(!list.isEmpty && !list.hasSeveral && pool.first(of: list) == 1)
    pool.append(2, to: &list)
    #expect(list.hasSeveral)
  }
}
