import HeardModel

/// Trust asked before and after as lines that people type: a pulse a line, its parts with
/// semicolons between them.
///
/// `How far do you trust your clinic?; before 0 1 0 2 3 5 8 4 2 1 1; after 0 0 0 1 2 4 9 6 3 1 1;
/// yes 12; no 9; judged 4`: how many gave each answer from 0 to 10, how many said that an experience
/// damaged their trust or that none did, and why, by how many. Each part may be left out.
public enum PulseLines {
  /// The lines of some pulses; the words are the same in every language, as codes are.
  public static func text(_ pulses: [Pulse]) -> String {
    pulses.map(line).joined(separator: "\n")
  }

  /// The pulses of some lines; one whose question stays keeps its id.
  public static func pulses(
    _ text: String, before: [Pulse], _ desk: Desk
  ) -> Result<[Pulse], FieldProblem> {
    var ids = desk.ids
    var left = before
    var pulses: [Pulse] = []
    for part in text.split(whereSeparator: \.isNewline) {
      let line = trimmed(String(part))
      if line.isEmpty { continue }
      var pulse: Pulse
      switch read(line, desk) {
      case .success(let read): pulse = read
      case .failure(let problem): return .failure(problem)
      }
      // Words without one number are no answers; a question that stands in the record may wait.
      if pulse.isWithoutNumbers, !left.contains(where: { plain($0.question) == pulse.question }) {
        return .failure(.unreadableLine(line, as: desk.words("pulse.example")))
      }
      if let place = left.firstIndex(where: { plain($0.question) == pulse.question }) {
        let old = left.remove(at: place)
        (pulse.id, pulse.question) = (old.id, old.question)
      } else if before.isEmpty && pulses.isEmpty {
        pulse.id = Pulse().id
      } else {
        pulse.id = Code(stored: "u-\(ids.characters(8))") ?? pulse.id
      }
      pulses.append(pulse)
    }
    return .success(pulses)
  }

  /// How many answers from 0 to 10 there are.
  private static let answers = 11

  private static func line(_ pulse: Pulse) -> String {
    func row(_ counts: [Int]) -> String { counts.map(String.init).joined(separator: " ") }
    let parts = [
      plain(pulse.question), pulse.before.isEmpty ? "" : "before \(row(pulse.before))",
      pulse.after.isEmpty ? "" : "after \(row(pulse.after))",
      pulse.damagedYes.map { "yes \($0)" } ?? "", pulse.damagedNo.map { "no \($0)" } ?? "",
    ]
    let reasons = pulse.reasons.sorted { $0.key < $1.key }.map { "\($0.key.stored) \($0.value)" }
    return (parts + reasons).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// A question as it stands in a line, where a semicolon would end it.
  private static func plain(_ question: String) -> String {
    question.split(whereSeparator: \.isNewline).joined(separator: " ")
      .split(whereSeparator: { ";；".contains($0) }).map { trimmed(String($0)) }.joined(
        separator: ",")
  }

  private static func read(_ line: String, _ desk: Desk) -> Result<Pulse, FieldProblem> {
    var pulse = Pulse()
    for (index, part) in line.split(whereSeparator: { ";；".contains($0) }).enumerated() {
      let part = trimmed(String(part))
      if part.isEmpty { continue }
      switch take(part, into: &pulse, desk) {
      case nil: continue
      // Only what stands first may be anything, the question, but for counts that were mistyped.
      case .unreadableLine? where index == 0 && numbers(in: part).count < answers,
        .notAnOption(_, nearest: nil)? where index == 0:
        pulse.question = part
      case let problem?: return .failure(problem)
      }
    }
    return .success(pulse)
  }

  private static func words(of part: String) -> [String] {
    part.split(whereSeparator: { $0.isWhitespace || ",:=".contains($0) }).map(String.init)
  }

  /// The numbers in which a part ends.
  private static func numbers(in part: String) -> [Int] {
    words(of: part).reversed().prefix { NumberInput.number($0) != nil }.reversed()
      .compactMap(NumberInput.number)
  }

  /// Takes `before` and eleven numbers, `yes` or `no` and one, or a reason and one.
  private static func take(
    _ part: String, into pulse: inout Pulse, _ desk: Desk
  ) -> FieldProblem? {
    let numbers = numbers(in: part)
    let name = words(of: part).dropLast(numbers.count).joined(separator: " ")
    guard !numbers.isEmpty, !name.isEmpty else {
      return .unreadableLine(part, as: desk.words("pulse.example"))
    }
    let key = fold(name)
    if key == "before" || key == "after" {
      guard numbers.count == answers else { return .notEleven(part, numbers.count) }
      if key == "before" { pulse.before = numbers } else { pulse.after = numbers }
      return nil
    }
    guard numbers.count == 1 else {
      return .unreadableLine(part, as: desk.words("pulse.example"))
    }
    switch key {
    case "yes": pulse.damagedYes = numbers[0]
    case "no": pulse.damagedNo = numbers[0]
    default:
      switch OptionInput.code(name, of: .trustLoss, desk) {
      case .success(let reason): pulse.reasons[reason] = numbers[0]
      case .failure(let problem): return problem
      }
    }
    return nil
  }
}

extension Pulse {
  fileprivate var isWithoutNumbers: Bool {
    before.isEmpty && after.isEmpty && damagedYes == nil && damagedNo == nil && reasons.isEmpty
  }
}
