import HeardInsight
import StrictJSON
import Testing

@testable import HeardCommands

@Suite struct ListingPiecesTests {
  private func listing(_ count: Int) -> Listing {
    Listing(
      [
        RowValue<Int>("id") { .string("p-\($0)") }, RowValue("roles") { .array([.integer($0)]) },
        RowValue("name") { $0 == 3 ? .string("\u{202E}\"[,]\n") : .null },
      ], Array(0..<count))
  }

  @Test(arguments: 0...9) func `a list that is written in pieces is the list as it is`(
    count: Int
  ) throws {
    let whole = SafeJSON.bytes(listing(count).json)
    for most in 1...4 {
      var (bytes, pieces): ([UInt8], Int) = ([], 0)
      listing(count).writeJSON(rowsAtOnce: most) {
        bytes += $0
        pieces += 1
      }
      #expect(bytes == whole)
      #expect(pieces == max(1, (count + most - 1) / most))
    }
  }

  @Test func `rows that are made when they are looked at keep their ids in every order`() {
    let rows = FoundRows((0..<5).map(Numbered.init))
    #expect(rows.turnedRound.map(\.id) == [4, 3, 2, 1, 0])
    #expect(Array(rows.turnedRound.ids) == [4, 3, 2, 1, 0])
    #expect(rows.at([3, 0]).map(\.id) == [3, 0] && Array(rows.at([3, 0]).ids) == [3, 0])
    #expect(Array(rows.at([3, 0]).turnedRound.ids) == [0, 3])
    #expect(FoundRows<Numbered>().turnedRound.isEmpty)
  }
}

private struct Numbered: Identifiable, Sendable {
  let id: Int
}
