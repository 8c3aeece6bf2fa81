import HeardKit
import HeardModel

/// The tally of an event as fields; on the screen it has a form of its own.
enum AttendanceFields {
  static let all: [FieldSpec<Event>] = [
    counted("attendance", \.attendance.total, .total),
    source,
    counted("inPerson", \.attendance.inPerson, .inPerson),
    counted("online", \.attendance.online, .online),
    .number("hostCrowd", \.attendance.hostCrowd),
    counts("attendanceRoles", \.attendance.roles, of: .role, AttendanceCell.role),
    counted("attendanceInRole", \.attendance.inRole, .inRole),
    .number("declaredAsked", \.attendance.declared.asked),
    .number("declaredAnswered", \.attendance.declared.answered),
    counts(
      "declaredCommunities", \.attendance.declared.communities, of: .community,
      AttendanceCell.community),
    counts(
      "declaredAgeBands", \.attendance.declared.ageBands, of: .ageBand, AttendanceCell.ageBand),
    questions,
  ]

  /// Which communities without a number people were asked about, as `lgbtq=asked, migrants=notAsked`;
  /// of those that are not named nobody knows it.
  private static let questions = FieldSpec<Event>(
    "declaredQuestions", { _, _ in .line },
    read: { event, desk in
      event.unsettledCommunities(in: desk.programme, on: desk.today)
        .filter { event.askedState(of: $0) != .notKnown }
        .map { "\($0.stored)=\(event.askedState(of: $0).stored)" }.joined(separator: ", ")
    },
    write: { text, event, desk in
      let open = event.unsettledCommunities(in: desk.programme, on: desk.today)
      var said: [Code: AskedState] = [:]
      for part in text.split(whereSeparator: { ",;、，；".contains($0) }) {
        switch answer(trimmed(String(part)), of: event, desk) {
        case .success(let (community, state)):
          guard open.contains(community) else { return .nothingToSay(community.stored) }
          said[community] = state
        case .failure(let problem): return problem
        }
      }
      for community in open { event.note(said[community] ?? .notKnown, of: community) }
      return nil
    })

  private static func answer(
    _ text: String, of event: Event, _ desk: Desk
  ) -> Result<(Code, AskedState), FieldProblem> {
    let pair = text.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }
    let communities = desk.options(.community)
    guard pair.count == 2 else {
      let example = "\(communities.first?.value ?? "")=\(AskedState.asked.stored)"
      return .failure(.unreadableLine(text, as: example))
    }
    let states = AskedState.allCases.map {
      FieldOption($0.stored, desk.words("whichAsked.state.\($0.stored)"))
    }
    return OptionInput.value(pair[0], communities).flatMap { value in
      guard let community = Code(stored: value) else {
        return .failure(.notAnOption(pair[0], nearest: nil))
      }
      if let note = AttendanceRemarks.refusal(.community(community), event, desk) {
        return .failure(.notAllowedHere(note: note))
      }
      return OptionInput.value(pair[1], states)
        .map { (community, AskedState(stored: $0) ?? .notKnown) }
    }
  }

  /// A number that may have been counted; of several that were typed at once it chooses, also the one
  /// that is written.
  private static func counted(
    _ id: Code, _ member: WritableKeyPath<Event, Int?> & Sendable, _ number: CountedNumber
  ) -> FieldSpec<Event> {
    let plain = FieldSpec<Event>.number(id, member)
    return FieldSpec(
      id, { _, _ in .number }, read: plain.read,
      write: { text, event, desk in
        if let problem = plain.write(text, &event, desk) { return problem }
        if event.attendance.contested.contains(where: { $0.number == number }) {
          event.attendance.type(event.attendance[number], as: number)
        }
        return nil
      })
  }

  /// Counts by code as `speaker=2, patientCarer=40`, as far as the country lets them be kept.
  private static func counts(
    _ id: Code, _ member: WritableKeyPath<Event, [Code: Int]> & Sendable, of list: TaxonomyName,
    _ cell: @escaping @Sendable (Code) -> AttendanceCell
  ) -> FieldSpec<Event> {
    FieldSpec(
      id, { _, _ in .line },
      read: { event, _ in
        event[keyPath: member].sorted { $0.key < $1.key }.map { "\($0.stored)=\($1)" }
          .joined(separator: ", ")
      },
      write: { text, event, desk in
        var counts: [Code: Int] = [:]
        for part in text.split(whereSeparator: { ",;、，；".contains($0) }) {
          let pair = part.split(separator: "=", maxSplits: 1).map { trimmed(String($0)) }
          guard pair.count == 2 else {
            let example = desk.options(list).first?.value ?? ""
            return .unreadableLine(trimmed(String(part)), as: "\(example)=2")
          }
          guard let number = NumberInput.number(pair[1]) else { return .notANumber(pair[1]) }
          switch OptionInput.value(pair[0], desk.options(list)) {
          case .success(let value):
            guard let code = Code(stored: value) else { continue }
            if let note = AttendanceRemarks.refusal(cell(code), event, desk) {
              return .notAllowedHere(note: note)
            }
            counts[code] = number
          case .failure(let problem): return problem
          }
        }
        event[keyPath: member] = counts
        return nil
      })
  }

  /// How a tally can come about, or that nobody knows it; lists are none.
  private static let sources: [AttendanceSource] = [.counted, .reported, .estimated, .notKnown]

  private static let source = FieldSpec<Event>(
    "attendanceSource", { _, desk in .choice(options(desk)) },
    read: { event, _ in event.attendance.source?.stored ?? "" },
    write: { text, event, desk in
      if text.isEmpty {
        event.attendance.source = nil
        return nil
      }
      switch OptionInput.value(text, options(desk)) {
      case .success(let value):
        event.attendance.source = AttendanceSource(stored: value)
        return nil
      case .failure(let problem): return problem
      }
    })

  private static func options(_ desk: Desk) -> [FieldOption] {
    sources.map { FieldOption($0.stored, desk.formats.label($0, "source")) }
  }
}
