import HeardModel

// Somebody's part in an event.
extension AccessText {
  func section(of event: Event) -> AccessCopy.Section {
    guard case .person(let id) = subject,
      let part = event.participations.first(where: { $0.id == id })
    else {
      return AccessCopy.Section(kind: "event", id: event.id.text, title: "", values: [])
    }
    let organisation = part.organisation.map { programme.organisations[$0]?.name ?? $0.text }
    var values: [AccessCopy.Value?] = about(event)
    values += [
      value(
        "status", "field.personStatus", formats.label(part.status, "attendance"),
        codes: [part.status.stored]),
      codes("roles", "field.personRoles", part.roles, .role),
      value(
        "presence", "field.personPresence",
        part.presence.map { formats.label($0, "presence") } ?? "",
        codes: part.presence.map { [$0.stored] }),
      value("organisation", "field.personOrganisation", organisation ?? ""),
      codes("communities", "field.personCommunities", part.communities, .community),
      codes("ageBand", "field.personAgeBand", [part.ageBand].compactMap { $0 }, .ageBand),
      codes("accessNeeds", "field.personAccess", part.accessNeeds, .access),
      noted("note", "field.personNote", part.note),
      noted("otherVersions", "accessCopy.otherVersions", otherVersions(of: id, in: event)),
    ]
    if let agreed = part.consent { values += consent(agreed) }
    values += [taken(part.retention)]
    // What stands in a second entry of theirs is theirs as well.
    for other in event.entries(mergedInto: id) {
      values += [
        codes("communities", "field.personCommunities", other.communities, .community),
        codes("ageBand", "field.personAgeBand", [other.ageBand].compactMap { $0 }, .ageBand),
        codes("accessNeeds", "field.personAccess", other.accessNeeds, .access),
        noted("note", "field.personNote", other.note),
      ]
      if let agreed = other.consent { values += consent(agreed) }
      values += [taken(other.retention)]
    }
    values += [told(event.feedback)]
    return AccessCopy.Section(
      kind: "event", id: event.id.text, title: unnamed(event.title),
      values: values.compactMap { $0 })
  }

  private func about(_ event: Event) -> [AccessCopy.Value?] {
    [
      value("date", "field.start", formats.date(event.start)),
      noted("place", "field.place", event.place),
      value("country", "field.country", event.country.map { formats.country($0) } ?? ""),
    ]
  }

  /// What two people of the team wrote differently about the person, as far as nobody has chosen.
  private func otherVersions(of person: PersonID, in event: Event) -> String {
    let own = event.conflicts.filter { FieldPath($0.path).steps.first?.id == person.text }
    return own.compactMap { $0.other?.text }.joined(separator: "\n")
  }

  private func taken(_ marks: [RetentionMark]) -> AccessCopy.Value? {
    let lines = marks.map { mark -> String in
      let what = words("retention.rule.\(mark.rule.stored)")
      return words.list([mark.on.map(formats.day) ?? "", what])
    }
    return value("retention", "accessCopy.taken", lines.joined(separator: "\n"))
  }

  private func told(_ feedback: Feedback) -> AccessCopy.Value? {
    guard feedback.isTold(on: today) else { return nil }
    let day = feedback.deliveredOn.map(formats.day) ?? ""
    return noted(
      "told", "field.feedbackText",
      [day, feedback.text].filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}

// What somebody agreed to.
extension AccessText {
  private func consent(_ consent: Consent) -> [AccessCopy.Value?] {
    let notice = consent.notice.map { programme.notices[$0]?.title ?? $0.text }
    let beside =
      consent.attributes.map { formats.label($0, "beside") }
      + consent.communities.map { formats.label($0, in: .community, of: programme) }
    return [
      value("answers", "accessCopy.answers", consent.entries.map(line).joined(separator: "\n")),
      value(
        "notice", "field.notice",
        notice.map {
          words.list([
            $0, consent.noticeVersion, consent.language.map(formats.language) ?? "",
          ])
        } ?? ""),
      value(
        "method", "field.method", consent.method.map { formats.label($0, "method") } ?? "",
        codes: consent.method.map { [$0.stored] }),
      noted("evidence", "field.evidence", consent.evidence),
      value(
        "asked", "testimony.askedBy",
        words.list([
          consent.obtainedAt.map(formats.moment) ?? "", role(named: consent.obtainedBy),
        ])),
      // Who helped and who decided is somebody else: only that there was somebody.
      value("supporter", "field.supporter", said(!consent.supporter.isEmpty)),
      value("guardian", "field.guardian", said(!consent.guardian.isEmpty)),
      value("assent", "field.assent", said(consent.hasAssent)),
      value("reviewBy", "field.reviewBy", consent.reviewBy.map(formats.day) ?? ""),
      value("naming", "field.naming", formats.label(consent.naming, "naming")),
      value("attributes", "field.attributes", words.list(beside)),
      value("withdrawalCode", "testimony.codeLabel", consent.withdrawalCode),
    ]
  }

  private func said(_ isTrue: Bool) -> String { isTrue ? words("toggle.yes") : "" }

  private func line(_ entry: ConsentEntry) -> String {
    let answer = words.labelled(
      formats.label(entry.purpose, "purpose"), formats.label(entry.state, "consent"))
    return words.list(
      [
        formats.moment(entry.at), answer, entry.method.map { formats.label($0, "method") } ?? "",
        unnamed(entry.evidence), role(named: entry.by), unnamed(entry.reason),
      ])
  }
}

// What somebody told.
extension AccessText {
  /// A testimony; where the reader may not read it only where it was told and what was answered.
  func section(of testimony: Testimony, isReadable: Bool) -> AccessCopy.Section {
    let event = programme.events[testimony.event]
    let day = testimony.takenAt.map { formats.day($0.day) } ?? ""
    let closed = testimony.isGone(today) ? "accessCopy.gone" : "accessCopy.closed"
    var values: [AccessCopy.Value?] = [
      noted("event", "field.event", event?.title ?? ""),
      value("date", "field.start", day.isEmpty ? formats.date(event?.start) : day),
    ]
    if isReadable {
      values += said(testimony)
      values += noted(about: testimony)
      values += followed(testimony)
    } else {
      values.append(value("text", "field.words", words(closed)))
    }
    values += consent(testimony.consent)
    values.append(taken(testimony.retention))
    return AccessCopy.Section(
      kind: "testimony", id: testimony.id.text, title: words("accessCopy.testimony"),
      values: values.compactMap { $0 })
  }

  /// The person's own words; notes of the team about them are without the names of others.
  private func said(_ testimony: Testimony) -> [AccessCopy.Value?] {
    let isOwn =
      testimony.textKind.map { [.verbatim, .writtenByPerson, .interpreted].contains($0) } ?? false
    func text(_ words: String) -> String { isOwn ? words : unnamed(words) }
    let translations = testimony.translations.map { translation -> String in
      words.labelled(formats.language(translation.id), text(translation.text))
    }
    let earlier = testimony.versions.map { version -> String in
      words.labelled(formats.moment(version.at), text(version.text))
    }
    let values: [AccessCopy.Value?] = [
      value("language", "field.language", formats.language(testimony.language)),
      value("text", "field.words", text(testimony.text)),
      value(
        "textKind", "field.textKind",
        testimony.textKind.map { formats.label($0, "textKind") } ?? "",
        codes: testimony.textKind.map { [$0.stored] }),
      value("translations", "cli.translations", translations.joined(separator: "\n")),
      value("earlier", "accessCopy.earlier", earlier.joined(separator: "\n")),
      value("marked", "accessCopy.marked", text(testimony.markedText)),
      value(
        "asks", "accessCopy.asks", testimony.asks.map { text($0.text) }.joined(separator: "\n")),
      value("pseudonym", "field.speaker", testimony.pseudonym),
      codes("roles", "field.roles", testimony.roles, .role),
      codes("communities", "field.communities", testimony.communities, .community),
      codes("ageBand", "field.ageBand", [testimony.ageBand].compactMap { $0 }, .ageBand),
      value("speaksFor", "field.speaksFor", formats.label(testimony.speaksFor, "speaksFor")),
    ]
    return values + testimony.quotes.map { quote($0, text) }
  }

  private func quote(_ quote: Quote, _ text: (String) -> String) -> AccessCopy.Value? {
    var lines = [words("join.quote", ["text": text(quote.text)])]
    lines += quote.translations.map { words.labelled(formats.language($0.id), text($0.text)) }
    if let approval = quote.approval {
      lines.append(
        words.labelled(
          words(approval.isRevoked ? "field.revoked" : "field.approved"),
          words.list([
            formats.moment(approval.at), role(named: approval.by),
            approval.text == quote.text ? "" : text(approval.text),
            formats.label(approval.naming, "naming"),
          ])))
    }
    return value("quote", "accessCopy.quote", lines.joined(separator: "\n"))
  }

  /// What the team noted about it.
  private func noted(about testimony: Testimony) -> [AccessCopy.Value?] {
    let memos = testimony.codings.map { coding -> String in
      words.list([formats.label(coding.code, in: .codes, of: programme), unnamed(coding.memo)])
    }
    return [
      value("takenBy", "field.takenBy", role(of: testimony.takenBy)),
      value("stage", "field.stage", formats.label(testimony.stage, "stage")),
      value("triage", "field.triage", formats.label(testimony.triage, "triage")),
      value("polarity", "field.polarity", formats.label(testimony.polarity, "polarity")),
      codes("trustLoss", "field.trustLoss", testimony.trustLoss, .trustLoss),
      codes("consequences", "field.consequences", testimony.consequences, .consequence),
      codes("restores", "field.restores", testimony.restores, .restores),
      codes("ownReasons", "field.ownReasons", testimony.ownReasons, .trustLoss),
      noted("contentWarning", "field.contentWarning", testimony.contentWarning),
      noted("supportOffered", "field.supportOffered", testimony.supportOffered),
      value(
        "followUpCheck", "field.followUpCheck", testimony.followUpCheck.map(formats.day) ?? ""),
      noted("privateNote", "field.privateNote", testimony.privateNote),
      value("codings", "accessCopy.codings", memos.joined(separator: "\n")),
    ]
  }

  /// What is done because of it, and what those who asked for it were told.
  private func followed(_ testimony: Testimony) -> [AccessCopy.Value?] {
    programme.actions.values.filter { $0.testimonies.contains(testimony.id) }
      .sorted { $0.id < $1.id }.map { action -> AccessCopy.Value? in
        let told = action.feedback.isTold(on: today) ? action.feedback.text : ""
        let what = words.list([action.title, formats.label(action.status, "actionStatus")])
        return noted(
          "action", "kind.action",
          [what, told].filter { !$0.isEmpty }.joined(separator: "\n"))
      }
  }

  /// What was told in need of protection; only the safeguarding lead hands it out.
  func section(of disclosure: Disclosure) -> AccessCopy.Section {
    AccessCopy.Section(
      kind: "disclosure", id: disclosure.id.text, title: words("accessCopy.disclosure"),
      values: [
        value("at", "field.start", disclosure.at.map(formats.moment) ?? ""),
        value("takenBy", "field.takenBy", role(of: disclosure.takenBy)),
        noted("text", "field.words", disclosure.text),
        noted("doneAtOnce", "accessCopy.doneAtOnce", disclosure.doneAtOnce),
      ].compactMap { $0 })
  }
}
