/// What the team settles after an event, one line of the checklist each, in its order.
public enum CloseOutMatter: String, CaseIterable, Sendable {
  /// Whether the event was held at all.
  case held
  /// How many attended and how that is known.
  case attendance
  /// Who had a part in it beside the programme.
  case partners
  /// What was heard, in a few sentences.
  case summary
  /// What may be told of it.
  case confidentiality
  /// Testimonies, contributions that nobody wanted kept, or why there are none.
  case heard
  /// Languages spoken, signed and interpreted.
  case languages
  /// Whether what people needed was there.
  case access
  /// Who is told what came of it, how and by when.
  case feedback
}

/// One line of the checklist: how a matter stands.
public struct CloseOutLine: Hashable, Sendable {
  /// How a matter stands.
  public enum State: Hashable, Sendable {
    /// Settled.
    case done
    /// Settled, and something that people asked for was not there.
    case fellShort
    /// Somebody still has to say something.
    case missing
    /// There is nothing to settle, and why.
    case notApplicable(Reason)
  }

  /// Why there is nothing to settle.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// The event was cancelled or postponed.
    case notHeld
    /// The event still lies ahead, or its day is not known.
    case stillToCome
    /// Somebody else held it and settles that.
    case eventOfOthers
    /// Nobody noted a language; none is needed.
    case noneNoted
    /// Nobody said that they need anything.
    case noneNeeded
    /// It was over before the programme worked with Heard.
    case beforeHeard
  }

  /// What is settled.
  public let matter: CloseOutMatter
  /// How it stands.
  public let state: State

  init(_ matter: CloseOutMatter, _ state: State) {
    (self.matter, self.state) = (matter, state)
  }
}

extension Event {
  /// The checklist of what is settled after the event, in its order.
  ///
  /// `testimonies` were told there, also those taken back since: what was heard was heard.
  public func closeOutLines(
    testimonies: Int, attendances: AttendanceFigure, today: CalendarDay
  ) -> [CloseOutLine] {
    guard status == .held else {
      if waitsForHeld(today: today) { return [CloseOutLine(.held, .missing)] }
      let isOff = status == .cancelled || status == .postponed
      return [CloseOutLine(.held, .notApplicable(isOff ? .notHeld : .stillToCome))]
    }
    return CloseOutMatter.allCases.map { matter in
      CloseOutLine(
        matter, asked(matter, testimonies: testimonies, attendances: attendances))
    }
  }

  /// How a matter stands where it is asked: of history nothing is missing, what is known stays.
  private func asked(
    _ matter: CloseOutMatter, testimonies: Int, attendances: AttendanceFigure
  ) -> CloseOutLine.State {
    let state = state(of: matter, testimonies: testimonies, attendances: attendances)
    return isBeforeHeard && state == .missing ? .notApplicable(.beforeHeard) : state
  }

  private func state(
    of matter: CloseOutMatter, testimonies: Int, attendances: AttendanceFigure
  ) -> CloseOutLine.State {
    func settled(_ isSettled: Bool) -> CloseOutLine.State { isSettled ? .done : .missing }
    let isOfOthers = involvement == .participated
    switch matter {
    case .held: return .done
    case .confidentiality: return settled(confidentiality != nil)
    case .attendance: return settled(attendances.count != nil || closeOut.attendanceNotKnown)
    case .partners:
      if !partners.isEmpty || hasNoPartners { return .done }
      return isOfOthers ? .notApplicable(.eventOfOthers) : .missing
    case .summary: return settled(!summary.isEmpty)
    case .heard:
      return settled(
        testimonies > 0 || unrecordedContributions != nil || closeOut.nothingToFollow
          || !closeOut.heardReason.isEmpty)
    case .languages:
      return languages.isEmpty && interpreters.isEmpty ? .notApplicable(.noneNoted) : .done
    case .access:
      let asked = accessRequests
      if !asked.allSatisfy(\.isSettled) { return .missing }
      if asked.contains(where: { $0.state == .notArranged }) { return .fellShort }
      return access.isEmpty ? .notApplicable(.noneNeeded) : .done
    case .feedback:
      if feedback.isPlanned { return .done }
      return isOfOthers ? .notApplicable(.eventOfOthers) : .missing
    }
  }

  /// What is missing before the event is closed out; empty for one that is, and for one not held.
  ///
  /// An event that the programme only took part in needs no partner and no plan of feedback.
  public func closeOutGaps(
    testimonies: Int, attendances: AttendanceFigure
  ) -> [CloseOutGap] {
    guard status == .held else { return [] }
    return CloseOutGap.allCases.filter { gap in
      let matter = CloseOutMatter(gap)
      return asked(matter, testimonies: testimonies, attendances: attendances) == .missing
    }
  }
}

extension CloseOutMatter {
  /// The matter in which something is missing.
  public init(_ gap: CloseOutGap) {
    switch gap {
    case .attendance: self = .attendance
    case .partners: self = .partners
    case .summary: self = .summary
    case .confidentiality: self = .confidentiality
    case .heard: self = .heard
    case .access: self = .access
    case .feedback: self = .feedback
    }
  }
}
