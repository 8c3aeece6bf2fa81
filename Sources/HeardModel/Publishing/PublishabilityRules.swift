// The rules that keep a quote in altogether.
extension QuoteSetting {
  func blockingRules(
    _ quote: Quote, _ language: LanguageTag, _ audience: Audience
  ) -> [PublishRule] {
    consentRules(audience) + placeRules(audience) + textRules(quote, language)
      + approvalRules(quote, language) + reviewRules(quote)
  }

  /// Whether a rule keeps every quote of the testimony in.
  func keepsAllIn(_ audience: Audience) -> Bool {
    audience.purposes.contains { !testimony.consent.allows($0, on: today) }
      || !placeRules(audience).isEmpty || !consentRules(audience).isEmpty
  }

  /// Whether a rule keeps one quote in; that of its words is asked last, since it reads all of them.
  func keepsIn(_ quote: Quote, _ language: LanguageTag) -> Bool {
    !approvalRules(quote, language).isEmpty || !reviewRules(quote).isEmpty
      || !textRules(quote, language).isEmpty
  }

  private func consentRules(_ audience: Audience) -> [PublishRule] {
    var rules: [PublishRule] = []
    for purpose in audience.purposes {
      let state = testimony.consent.state(of: purpose, on: today)
      if state != .given { rules.append(.consent(purpose, state)) }
    }
    if audience != .internal {
      let isMinor = profiles.contains { $0.isMinor(testimony.ageBand) }
      let found = audience.purposes.flatMap {
        testimony.consent.lacks($0, profiles, isMinor: isMinor)
      }
      let lacks = ConsentLack.allCases.filter(found.contains)
      if !lacks.isEmpty { rules.append(.evidenceLacking(lacks)) }
    }
    if audience == .partners && noticePartners.isEmpty { rules.append(.noPartnerNamed) }
    return rules
  }

  private func placeRules(_ audience: Audience) -> [PublishRule] {
    var rules: [PublishRule] = []
    if testimony.triage == .safeguarding { rules.append(.safeguarding) }
    guard let event, event.id == testimony.event else { return rules + [.eventUnknown] }
    if event.confidentiality == nil { rules.append(.confidentialityUnknown) }
    if event.confidentiality == .closed { rules.append(.eventClosed) }
    let isGoverned =
      event.aboutCommunities.contains("indigenous") || testimony.communities.contains("indigenous")
    if audience != .internal && isGoverned && event.communityGovernance.isBlank {
      rules.append(.communityGovernance)
    }
    return rules
  }

  private func textRules(_ quote: Quote, _ language: LanguageTag) -> [PublishRule] {
    var rules: [PublishRule] = []
    switch testimony.textKind {
    case .verbatim, .writtenByPerson: break
    case .notes, .interpreted, nil:
      if !testimony.readBack.isConfirmed {
        rules.append(.notVerbatim)
      } else if !testimony.readBack.counts(on: today) {
        rules.append(.readBackUndated)
      }
    }
    if testimony.stage == .draft { rules.append(.stage(.draft)) }
    if testimony.stage == .embargoed && testimony.embargo == nil {
      rules.append(.stage(.embargoed))
    }
    for day in [testimony.embargo, quote.embargo] {
      if let day, day > today { rules.append(.embargo(day)) }
    }
    if text(of: quote, in: language).isEmpty {
      rules.append(.noText)
    } else if !testimony.holds(quote.text, in: quote.language) {
      rules.append(.notSaid)
    }
    if language != quote.language, let translation = translation(of: quote, in: language),
      translation.kind == .machine, !translation.isReviewed
    {
      rules.append(.machineTranslation)
    }
    return rules
  }

  private func approvalRules(_ quote: Quote, _ language: LanguageTag) -> [PublishRule] {
    guard let approval = quote.approval, !approval.by.isBlank, approval.at.seconds > 0,
      !approval.text.isEmpty
    else { return [.notApproved] }
    if approval.isRevoked { return [.approvalRevoked] }
    if approval.at.day > tomorrow { return [.dayToCome(approval.at.day)] }
    if approval.isVoid(by: testimony.consent) { return [.approvalBeforeWithdrawal] }
    let isThisText =
      approval.language == language && approval.text == text(of: quote, in: language)
    if isThisText { return [] }
    guard approval.language == quote.language, approval.text == quote.text else {
      return [.approvalOfOtherText]
    }
    return approval.coversTranslations ? [] : [.translationNotApproved]
  }

  private func reviewRules(_ quote: Quote) -> [PublishRule] {
    guard !quote.reviewedBy.isBlank, let day = quote.reviewedOn else { return [.notReviewed] }
    if day > today { return [.dayToCome(day)] }
    guard let taker = testimony.takenBy else { return [.reviewedByTaker] }
    let reviewer = names.all(quote.reviewedBy)
    let involved = [taker.text, quote.approval?.by ?? "", testimony.readBack.by]
    return involved.allSatisfy { names.all($0).isDisjoint(with: reviewer) }
      ? [] : [.reviewedByTaker]
  }

  // One day more, for machines to the east of this one.
  private var tomorrow: CalendarDay { today.adding(days: 1) }

  private func text(of quote: Quote, in language: LanguageTag) -> String {
    if language == quote.language { return quote.text }
    return translation(of: quote, in: language)?.text ?? ""
  }

  private func translation(of quote: Quote, in language: LanguageTag) -> Translation? {
    quote.translations.first { $0.id == language }
  }
}
