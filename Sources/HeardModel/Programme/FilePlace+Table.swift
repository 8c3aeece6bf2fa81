// The table of places. docs/file-format.md shows the same rows, and a test holds both together.
extension FilePlace {
  /// What the place is.
  public var row: Row {
    switch self {
    case .programme:
      Row(.one("heard.json"), .programme, kinds: [.programme], words: .conflicts)
    case .partners:
      Row(
        .one("partners.json"), .programme, list: "organisations", kinds: [.organisation],
        words: .conflicts)
    case .team:
      Row(.one("team.json"), .programme, list: "members", kinds: [.staff], words: .conflicts)
    case .views:
      Row(.one("views.json"), .programme, list: "views", kinds: [.view], words: .filters)
    case .plan: Row(.one("plan.json"), .programme)
    case .baselines: Row(.one("baselines.json"), .programme)
    case .events:
      Row(.each(in: "events", named: .id), .programme, kinds: [.event], words: .records)
    case .testimonies:
      Row(
        .each(in: "testimonies", named: .id), .programme, list: "testimonies",
        kinds: [.testimony], words: .records)
    case .actions:
      Row(.each(in: "actions", named: .id), .programme, kinds: [.action], words: .records)
    case .notices: Row(.each(in: "notices", named: .id), .programme)
    case .guides: Row(.each(in: "guides", named: .id), .programme)
    case .profiles: Row(.each(in: "profiles", named: .country), .programme)
    case .taxonomies: Row(.each(in: "taxonomies", named: .taxonomy), .programme)
    case .approvals:
      Row(
        .each(in: "approvals", named: .quarter), .programme, kinds: [.approval], words: .conflicts)
    case .mappings: Row(.each(in: "mappings", named: .id), .programme)
    case .identities: Row(.each(in: "identities", named: .id), .programme, .own, words: .records)
    case .safeguarding:
      Row(.each(in: "safeguarding", named: .id), .programme, .own, words: .records)
    case .register: Row(.lines(in: "register"), .programme, .beside)
    case .erased: Row(.each(in: "erased", named: .id), .programme)
    case .withdrawn: Row(.each(in: "withdrawn", named: .id), .programme)
    case .facts:
      Row(.each(in: "facts", named: .id), .programme, kinds: [.fact], words: .conflicts)
    case .releases: Row(.each(in: "releases", named: .id), .programme, kinds: [.release])
    case .history: Row(.lines(in: "history"), .programme, .beside)
    case .drafts: Row(.each(in: "drafts", named: .made), .stateOfProgramme, .own, words: .typed)
    case .journal:
      Row(
        .each(in: "journal", named: .made), .stateOfProgramme, .own, list: "changes",
        words: .filters)
    case .undo: Row(.each(in: "undo", named: .made), .stateOfProgramme, .own, words: .typed)
    case .earlier: Row(.lines(in: "earlier"), .stateOfProgramme, .own, words: .overwritten)
    case .removed: Row(.each(in: "removed", named: .id), .stateOfProgramme, .own, words: .records)
    case .editing: Row(.any(in: "editing"), .runtime, .own, words: .open)
    case .recent: Row(.one("recent.json"), .state, .own)
    case .device: Row(.one("device.json"), .state, .own)
    case .seen: Row(.lines(in: "seen"), .state, .own)
    case .tour: Row(.one("tour.json"), .state, .own)
    case .samples: Row(.folders(["tour", "sample", "sample-"]), .state, .own)
    case .settings:
      Row(.one("settings.json"), .configuration, .own, list: "views", words: .filters)
    }
  }
}

extension FilePlace.Row {
  /// Who sees a place.
  fileprivate enum Reach {
    /// Everybody who opens the programme, on screens.
    case shown
    /// Everybody who opens the programme, but on no screen by itself.
    case beside
    /// This person alone.
    case own
  }

  /// Which words of people can stand in a place.
  fileprivate enum Words {
    /// None.
    case none
    /// What was said and noted, under the ids of people and testimonies.
    case records
    /// Only what a conflict holds, which can be a value of another record's field.
    case conflicts
    /// What somebody searched for.
    case filters
    /// What was typed into a form.
    case typed
    /// What stood in a field before.
    case overwritten
    /// A text that another program has open.
    case open
  }

  fileprivate init(
    _ files: FilePlace.Files, _ root: FilePlace.Root, _ reach: Reach = .shown, list: String? = nil,
    kinds: Set<RecordKind> = [], words: Words = .none
  ) {
    (self.files, self.root, self.list, self.kinds) = (files, root, list, kinds)
    isPrivate = reach == .own
    isShown = reach == .shown
    isVersioned = reach != .own
    mayHoldWords = words != .none
    (search, sweep) =
      switch words {
      case .none: (.nothing, .nothing)
      case .records, .conflicts: (.ids, .records)
      case .filters: (.mentions, .entries)
      case .typed: (.mentions, .files)
      case .overwritten: (.mentions, .lines)
      case .open: (.everything, .leftovers)
      }
  }
}
