import HeardModel

// Why words are hidden.
extension Words {
  /// Who may read a testimony and which rule says so.
  public func sentence(
    _ visibility: TestimonyVisibility, _ testimony: Testimony, _ desk: Desk
  ) -> String {
    let taker = testimony.takenBy.map { desk.programme.team[$0]?.name ?? $0.text }
    func state(_ purpose: ConsentPurpose, _ state: ConsentState) -> [String: String] {
      [
        "purpose": desk.formats.label(purpose, "purpose"),
        "state": desk.formats.label(state, "consent"),
        "name": taker ?? "",
      ]
    }
    switch visibility {
    case .open: return self("testimony.read.open")
    case .onlyTaker(let purpose, let answer):
      return self("testimony.read.onlyTaker", state(purpose, answer))
    case .onlyLead: return self("testimony.read.onlyLead")
    case .withdrawn(.refused): return self("testimony.read.refused")
    case .withdrawn: return self("testimony.read.withdrawn")
    case .hidden(let purpose, let answer):
      return self(
        taker == nil ? "testimony.read.nobody" : "testimony.read.hidden", state(purpose, answer))
    case .hiddenForSafeguarding:
      // To everybody else it is one that they may not read, as others are.
      let isTaker = testimony.takenBy != nil && testimony.takenBy == desk.reader.staff
      return self(isTaker ? "testimony.movedToLead" : "testimony.read.notYours")
    }
  }
}

// Why the work on a testimony cannot be at a stage.
extension Words {
  /// What keeps the work from a stage, and what to do first.
  public func sentence(_ obstacle: StageObstacle, _ desk: Desk) -> String {
    switch obstacle {
    case .notGiven(let purpose, let state): sentence(.consent(purpose, state), desk)
    case .notReadBack: self("stage.needs.readBack")
    case .notConfirmed: self("stage.needs.confirmed")
    case .notDeIdentified: self("stage.needs.deIdentified")
    case .noEmbargo: self("stage.needs.embargo")
    }
  }
}

// Why a quote may go out or not.
extension Words {
  /// A rule of publishing as a sentence.
  public func sentence(_ rule: PublishRule, _ desk: Desk) -> String {
    let formats = desk.formats
    switch rule {
    case .consent(let purpose, let state):
      return self(
        "why.consent",
        ["purpose": formats.label(purpose, "purpose"), "state": formats.label(state, "consent")])
    case .evidenceLacking(let lacks):
      return self(
        "why.evidenceLacking", ["what": list(lacks.map { self("lack.\($0.rawValue)") })])
    case .eventUnknown: return self("why.eventUnknown")
    case .eventClosed: return self("why.eventClosed")
    case .confidentialityUnknown: return self("why.confidentialityUnknown")
    case .safeguarding: return self("why.safeguarding")
    case .stage(.embargoed): return self("why.stage.embargoed")
    case .stage: return self("why.stage.draft")
    case .embargo(let day): return self("why.embargo", ["day": formats.day(day)])
    case .notVerbatim: return self("why.notVerbatim")
    case .readBackUndated: return self("why.readBackUndated")
    case .notSaid: return self("why.notSaid")
    case .noText: return self("why.noText")
    case .machineTranslation: return self("why.machineTranslation")
    case .notApproved: return self("why.notApproved")
    case .dayToCome(let day): return self("why.dayToCome", ["day": formats.day(day)])
    case .approvalBeforeWithdrawal: return self("why.approvalBeforeWithdrawal")
    case .approvalRevoked: return self("why.approvalRevoked")
    case .approvalOfOtherText: return self("why.approvalOfOtherText")
    case .translationNotApproved: return self("why.translationNotApproved")
    case .notReviewed: return self("why.notReviewed")
    case .reviewedByTaker: return self("why.reviewedByTaker")
    case .noPartnerNamed: return self("why.noPartnerNamed")
    case .communityGovernance: return self("why.communityGovernance")
    case .tooFew(let count): return self("why.tooFew", count: count)
    case .crowdUnknown: return self("why.crowdUnknown")
    case .namingByConsent: return self("why.namingByConsent")
    case .namingByApproval: return self("why.namingByApproval")
    case .namingByAudience: return self("why.namingByAudience")
    case .chathamHouse: return self("why.chathamHouse")
    case .attributeNotGiven(let attribute):
      return self("why.notAgreed", ["what": formats.label(attribute, "beside")])
    case .communityNotGiven(let code):
      return self("why.notAgreed", ["what": community(code, desk)])
    case .profileCommunity(let code):
      return self("why.profileCommunity", ["what": community(code, desk)])
    case .profileAgeBand: return self("why.profileAgeBand")
    case .onlyTallied: return self("why.onlyTallied")
    case .unique(let count): return self("why.unique", count: count)
    }
  }

  /// All rules, those of one kind in one sentence so that the list stays short.
  public func sentences(_ rules: [PublishRule], _ desk: Desk) -> [String] {
    var sentences: [String] = []
    var notAgreed: [String] = []
    for rule in rules {
      switch rule {
      case .attributeNotGiven(let attribute):
        notAgreed.append(desk.formats.label(attribute, "beside"))
      case .communityNotGiven(let code): notAgreed.append(community(code, desk))
      default: sentences.append(sentence(rule, desk))
      }
    }
    if !notAgreed.isEmpty {
      sentences.append(self("why.notAgreed", ["what": list(notAgreed)]))
    }
    return sentences
  }

  private func community(_ code: Code, _ desk: Desk) -> String {
    desk.formats.label(code, in: .community, of: desk.programme)
  }
}
