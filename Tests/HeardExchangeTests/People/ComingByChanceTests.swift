import HeardModel
import Testing

@testable import HeardExchange

/// Sheets by chance: nobody on them is both wrong and ready.
@Suite struct ComingByChanceTests {
  /// The words of one sheet each, with what a person who wrote it meant.
  private static let lists: [(heading: String, words: [(String, AttendanceStatus)])] = [
    ("Attended", [("yes", .attended), ("no", .noShow), ("", .registered)]),
    ("Checked in", [("True", .attended), ("False", .noShow)]),
    ("Présent", [("oui", .attended), ("non", .noShow), ("", .registered)]),
    ("出欠", [("○", .attended), ("×", .noShow), ("", .registered)]),
    (
      "Attendee Status",
      [("Checked In", .attended), ("Not Attending", .cancelled), ("Attending", .registered)]
    ),
    (
      "Status",
      [
        ("Attended", .attended), ("No show", .noShow), ("Confirmed", .registered),
        ("Pending", .registered), ("Withdrawn", .cancelled), ("Zibbet", .registered),
        ("Completed", .attended), ("A", .noShow), ("P", .attended),
      ]
    ),
    (
      "Statut",
      [
        ("Venu", .attended), ("Absente", .noShow), ("Inscrite", .registered),
        ("Annulé", .cancelled), ("Confirmée", .registered), ("Payé", .registered),
      ]
    ),
    (
      "状況",
      [
        ("出席", .attended), ("欠席", .noShow), ("申込済み", .registered), ("キャンセル", .cancelled),
        ("△", .registered), ("完了", .attended),
      ]
    ),
    (
      "Stand",
      [
        ("Anwesend", .attended), ("Fehlt", .noShow), ("Storniert", .cancelled),
        ("bezahlt", .registered),
      ]
    ),
  ]

  @Test func `nobody is both wrong and ready`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed)
    for _ in 0..<120 {
      let (heading, words) = Self.lists[Int(chance.next() % UInt64(Self.lists.count))]
      let people = (0..<Int(chance.next() % 9 + 1)).map { _ in
        words[Int(chance.next() % UInt64(words.count))]
      }
      let others = chance.next() % 2 == 0
      let lines = people.enumerated().map { index, word in
        "Fern \(index);\(others ? "blue" : "");\(word.0)"
      }
      var work = try PeopleBench.work(
        (["Pseudonym;Colour;\(heading)"] + lines).joined(separator: "\n"))
      check(work, people, "seed \(seed): \(heading) \(lines)")
      // What `--yes` takes makes nobody attend who did not.
      for row in work.rows where !row.doubts.isEmpty && !row.needsOwnAnswer {
        work.choose(.accepted, line: row.line)
      }
      check(work, people, "seed \(seed), taken: \(heading) \(lines)")
    }
  }

  private func check(
    _ work: SheetImport, _ people: [(String, AttendanceStatus)], _ comment: String
  ) {
    for (row, (_, meant)) in zip(work.rows, people) where row.isTaken {
      #expect(row.person?.participation.status == meant, "\(comment) line \(row.line)")
    }
  }
}

/// Numbers by chance that come again with their seed.
private struct Chance: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
