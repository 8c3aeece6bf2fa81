import HeardModel

/// One line of what goes, what is found elsewhere and what stays when something is forgotten.
public struct ForgettingRow: Hashable, Sendable {
  /// The part of the page to which a line belongs.
  public enum Section: String, CaseIterable, Sendable {
    /// What is asked to go.
    case goes
    /// Where else it stands, with what happens there.
    case found
    /// What the program cannot reach.
    case beyond
    /// What stays.
    case stays
  }

  /// The part of the page.
  public let section: Section
  /// How many; nil where it is no number.
  public let count: Int?
  /// What it is, in a word or two.
  public let what: String
  /// Where it stands, or which it is.
  public let place: String
  /// What becomes of it.
  public let fate: String
  /// The place in another record, which can be kept; nil for everything else.
  public let hit: FoundWords?

  /// Whether it says what follows from withdrawing one purpose.
  public var isPurpose = false

  init(
    _ section: Section, _ count: Int?, _ what: String, _ place: String, _ fate: String,
    hit: FoundWords? = nil
  ) {
    (self.section, self.count, self.what, self.place) = (section, count, what, place)
    (self.fate, self.hit) = (fate, hit)
  }
}

// What is seen before anything is forgotten.
extension Desk {
  /// The lines of a plan; `survey` is what the machine knows of it, `kept` what is to stay.
  public func rows(
    of plan: Forgetting, _ survey: ForgetSurvey?, keeping kept: Set<FoundWords> = []
  ) -> [ForgettingRow] {
    goes(plan, survey) + found(plan, survey, kept) + beyond(plan, survey) + stays(plan)
  }

  /// What the plan is about, in a line that gives nobody away who may not be read.
  public func title(of plan: Forgetting) -> String {
    switch plan.subject {
    case .testimony(let id):
      programme.testimonies[id].map { title(of: .testimony($0)) } ?? id.text
    case .person(let id): words("forget.person", ["id": id.text])
    case .participation(let id, let event):
      words.list([
        words("forget.person", ["id": id.text]), programme.events[event]?.title ?? event.text,
      ])
    case .contact(let id): programme.organisations[id]?.name ?? id.text
    }
  }

  private func goes(_ plan: Forgetting, _ survey: ForgetSurvey?) -> [ForgettingRow] {
    let gone = words("forget.fate.gone")
    var rows: [ForgettingRow] = []
    if case .withdraw(let purposes) = plan.deed {
      rows = purposes.map { purpose in
        let what = formats.label(purpose, "purpose")
        var row =
          purpose == .record
          ? ForgettingRow(.goes, nil, what, words("testimony.withdrawRecord"), gone)
          : ForgettingRow(
            .goes, nil, what, words("testimony.withdraw.\(purpose.stored)"),
            words("forget.fate.closed"))
        row.isPurpose = true
        return row
      }
    }
    if plan.deed.takesWords {
      for testimony in plan.testimonies {
        let parts = [
          words("forget.words", count: testimony.text.count),
          testimony.translations.isEmpty
            ? "" : words("forget.translations", count: testimony.translations.count),
          testimony.quotes.isEmpty ? "" : words("forget.quotes", count: testimony.quotes.count),
        ]
        rows.append(
          ForgettingRow(
            .goes, 1, words("kind.testimony"),
            words.list([words.cut(programme.events[testimony.event]?.title ?? "", to: 60)] + parts),
            gone))
      }
    } else if !plan.quotes.isEmpty {
      let approved = plan.quotes.count { $0.approval != nil }
      rows.append(
        ForgettingRow(
          .goes, plan.quotes.count, words("forget.kind.quote"),
          plan.quotes.map { words.cut($0.text, to: 40) }.first ?? "", words("forget.fate.closed")))
      if approved > 0 {
        rows.append(
          ForgettingRow(
            .goes, approved, words("forget.kind.approval"), "", words("forget.fate.void")))
      }
    }
    if plan.deed == .erase {
      if !plan.events.isEmpty {
        let titles = plan.events.prefix(3).map { programme.events[$0]?.title ?? $0.text }
        rows.append(
          ForgettingRow(
            .goes, plan.events.count, words("forget.kind.participation"), words.list(titles), gone))
      }
      if let survey, !survey.identities.isEmpty {
        rows.append(
          ForgettingRow(
            .goes, survey.identities.count, words("forget.kind.identity"),
            words("forget.onThisMachine"), gone))
      }
      if case .contact = plan.subject {
        rows.append(
          ForgettingRow(.goes, nil, words("forget.kind.contact"), title(of: plan), gone))
      }
    }
    return rows
  }

  private func found(
    _ plan: Forgetting, _ survey: ForgetSurvey?, _ kept: Set<FoundWords>
  ) -> [ForgettingRow] {
    var rows = plan.found.map { hit in
      let record = programme.record(hit.record)
      let field = record.map { label(of: FieldPath(hit.member), in: $0) } ?? hit.member
      let fate = kept.contains(hit) ? "kept" : hit.fate.rawValue
      return ForgettingRow(
        .found, 1, words("kind.\(hit.record.kind.rawValue)"),
        words.list([
          record.map { words.cut(title(of: $0), to: 40) } ?? hit.record.recordID, field,
          words("join.quote", ["text": words.cut(hit.excerpt, to: 60)]),
        ]), words("forget.fate.\(fate)"), hit: hit)
    }
    if plan.deed.takesWords {
      let ids = Set(plan.testimonies.map(\.id.text))
      let typed = drafts.count { draft in
        ids.contains(draft.record) || draft.fields.values.contains { plan.spoken.repeats(in: $0) }
      }
      let place = words("forget.draftsElsewhere")
      rows.append(
        ForgettingRow(
          .found, typed, words("forget.kind.draft"), place, words("forget.fate.removed")))
    }
    for copy in survey?.copies ?? [] {
      rows.append(
        ForgettingRow(.found, 1, words("forget.kind.copy"), copy, words("forget.fate.cutOut")))
    }
    for file in survey?.strangers ?? [] {
      rows.append(
        ForgettingRow(.found, 1, words("forget.kind.file"), file, words("forget.fate.yours")))
    }
    return rows
  }

  private func beyond(_ plan: Forgetting, _ survey: ForgetSurvey?) -> [ForgettingRow] {
    guard let survey else { return [] }
    var rows: [ForgettingRow] = []
    for testimony in plan.testimonies where testimony.consent.allows(.partners, on: today) {
      if case .withdraw(let purposes) = plan.deed, !purposes.contains(.partners),
        !purposes.contains(.record)
      {
        continue
      }
      let partners = testimony.consent.notice.flatMap { programme.notices[$0]?.partners } ?? []
      if partners.isEmpty { continue }
      let names = partners.map { programme.organisations[$0]?.name ?? $0.text }
      rows.append(
        ForgettingRow(
          .beyond, names.count, words("forget.kind.partners"), words.list(names),
          words("forget.fate.mayHave")))
    }
    rows += survey.register.map { line in
      let whom = [
        line.organisation.flatMap { programme.organisations[$0]?.name } ?? "",
        line.audience.map { formats.label($0, "audience") } ?? "",
      ]
      return ForgettingRow(
        .beyond, 1, words("forget.kind.sent"),
        words.list(
          [formats.day(line.at.day), named("register.what", line.what), line.form] + whom),
        words("forget.fate.tell"))
    }
    if plan.deed.takesWords {
      if survey.isVersioned {
        rows.append(
          ForgettingRow(
            .beyond, nil, words("forget.kind.versions"), words("forget.git"),
            words("forget.fate.git")))
      }
      if survey.keepsVersions {
        rows.append(
          ForgettingRow(
            .beyond, nil, words("forget.kind.versions"), words("forget.syncVersions"),
            words("forget.fate.yours")))
      }
      rows.append(
        ForgettingRow(
          .beyond, nil, words("forget.kind.backups"), words("forget.backups"),
          words("forget.fate.ask")))
    }
    return rows
  }

  /// A value in words, as far as the texts know it.
  private func named(_ group: String, _ value: String) -> String {
    words.has("\(group).\(value)") ? words("\(group).\(value)") : value
  }

  private func stays(_ plan: Forgetting) -> [ForgettingRow] {
    let told = Set(plan.testimonies.map(\.id))
    let answers = programme.actions.values.filter { !told.isDisjoint(with: $0.testimonies) }
      .sorted { $0.id < $1.id }
    let linked =
      !plan.deed.takesWords || answers.isEmpty
      ? []
      : [
        ForgettingRow(
          .stays, answers.count, words("kind.action"),
          words.list(answers.prefix(3).map { words.cut($0.title, to: 60) }),
          words("forget.fate.link"))
      ]
    return linked + answersStay(plan)
  }

  private func answersStay(_ plan: Forgetting) -> [ForgettingRow] {
    switch plan.deed {
    case .erase:
      return [
        ForgettingRow(
          .stays, plan.tombstones.count, words("forget.kind.tombstone"), words("forget.tombstone"),
          "")
      ]
    case .withdraw(let purposes):
      let open = ConsentPurpose.allCases.filter { purpose in
        !purposes.contains(purpose)
          && plan.testimonies.contains { $0.consent.allows(purpose, on: today) }
      }
      if purposes.contains(.record) {
        return [
          ForgettingRow(
            .stays, nil, words("forget.kind.answers"), words("forget.answersStay"), "")
        ]
      }
      return [
        ForgettingRow(
          .stays, open.count, words("forget.kind.answers"),
          open.isEmpty
            ? words("forget.nothingOpen")
            : words.list(open.map { formats.label($0, "purpose") }), "")
      ]
    }
  }
}

extension RecordKey {
  /// What kind of record it is.
  public var kind: RecordKind {
    switch self {
    case .settings: .programme
    case .event: .event
    case .testimony: .testimony
    case .action: .action
    case .organisation: .organisation
    case .staff: .staff
    case .approval: .approval
    case .view: .view
    case .fact: .fact
    case .release: .release
    }
  }
}
