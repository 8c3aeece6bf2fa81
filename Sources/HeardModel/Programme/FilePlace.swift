/// A place where Heard keeps something, in the programme folder or on this machine.
///
/// What each place is stands in one table (`row`). Whoever reads, writes, checks, watches, copies
/// or sweeps walks the table and keeps no list of places of its own.
public enum FilePlace: CaseIterable, Sendable {
  // The programme's own files, and its folders.
  /// What the programme is: without it a folder is no programme.
  case programme
  /// All organisations.
  case partners
  /// The programme's own staff.
  case team
  /// Views of lists that everybody shares.
  case views
  /// Whom the programme means to hear.
  case plan
  /// Published survey figures to compare with.
  case baselines
  /// Events with their attendance and people.
  case events
  /// What was said at an event.
  case testimonies
  /// Follow-up actions.
  case actions
  /// What a person is given before consent is asked.
  case notices
  /// The questions of a conversation.
  case guides
  /// What may be kept in a country.
  case profiles
  /// The programme's own codes and labels.
  case taxonomies
  /// What was approved and locked.
  case approvals
  /// What the columns of a sheet stand for.
  case mappings
  /// The names behind pseudonyms.
  case identities
  /// Disclosures, for the named lead.
  case safeguarding
  /// What was exported.
  case register
  /// Tombstones.
  case erased
  /// What was refused or withdrawn, apart from the records.
  case withdrawn
  /// What is known of the programme and is no event and no action.
  case facts
  /// Answers as they were given out.
  case releases
  /// Who changed which fields.
  case history
  // On this machine, of one programme each.
  /// What was typed and is not saved.
  case drafts
  /// What is changed and not on disk yet.
  case journal
  /// What can be taken back.
  case undo
  /// What was written over or emptied.
  case earlier
  /// The last content of removed records, and of copies that were merged.
  case removed
  // On this machine, of whichever programme.
  /// A text that is open in an editor outside.
  case editing
  /// The folders that were opened last.
  case recent
  /// By what the history tells this machine from others.
  case device
  /// Keyed hashes of the files of programme folders, as this machine wrote or accepted them last.
  case seen
  /// How far somebody is in the tour, inside the copy on which it runs.
  case tour
  /// Copies of the sample, with a state and settings of their own.
  case samples
  /// What a person has chosen for themselves.
  case settings
}

extension FilePlace {
  /// What a place is.
  public struct Row: Sendable {
    /// In which of the folders it lies.
    public let root: Root
    /// Which files are its own.
    public let files: Files
    /// The member of its files that holds the records; nil where a file is one record.
    public let list: String?
    /// The kinds of record that can be changed there; empty where nothing is changed by itself.
    public let kinds: Set<RecordKind>
    /// Whether only its owner may ever read it, and no group.
    public let isPrivate: Bool
    /// Whether screens hold what stands there, so that it is read at the start and watched.
    public let isShown: Bool
    /// Whether it may be put under version control with the folder, and kept alike elsewhere.
    public let isVersioned: Bool
    /// Whether it may hold what somebody said, or what tells of them: words, a name, a pseudonym.
    public let mayHoldWords: Bool
    /// How what belongs to a person or a testimony is found there.
    public let search: Search
    /// What goes when something is erased, or when keeping it was refused or withdrawn.
    public let sweep: Sweep
  }

  /// The folders in which places lie.
  public enum Root: Sendable {
    /// The programme folder.
    case programme
    /// `$XDG_STATE_HOME/heard`.
    case state
    /// `$XDG_STATE_HOME/heard`, in a folder for each programme folder.
    case stateOfProgramme
    /// `$XDG_CONFIG_HOME/heard`.
    case configuration
    /// In memory where the machine has such a place (`/dev/shm`), else `$XDG_RUNTIME_DIR/heard`, else
    /// that of the state.
    case runtime
  }

  /// Which files belong to a place.
  public enum Files: Hashable, Sendable {
    /// One file.
    case one(String)
    /// A folder of files with one value each.
    case each(in: String, named: Naming)
    /// A folder of files with one value a line.
    case lines(in: String)
    /// A folder in which other programs may leave what they like.
    case any(in: String)
    /// Folders of which each is like all other places together, with the beginnings of their names.
    case folders([String])
  }

  /// What the name of a file is, without `.json`.
  public enum Naming: Hashable, Sendable {
    /// The id of what it holds.
    case id
    /// A country.
    case country
    /// A list of codes.
    case taxonomy
    /// A country and a period.
    case quarter
    /// Whatever the program makes of an id that is any text.
    case made
  }

  /// How what belongs to a person or a testimony is found.
  public enum Search: Hashable, Sendable {
    /// Nothing there belongs to anybody.
    case nothing
    /// By the ids that name files and the parts of records.
    case ids
    /// By every text that names an id, or what somebody is called.
    case mentions
    /// All of it may be theirs.
    case everything
  }

  /// What goes of a place.
  public enum Sweep: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// The file of an id; of other files the parts that have it, and the conflicts that tell of it.
    case records
    /// The entries of a list that tell of it.
    case entries
    /// Each file that tells of it.
    case files
    /// Each line that tells of it.
    case lines
    /// What no running program needs.
    case leftovers
  }

  /// The folder in which its files lie, by its name; nil where it is one file.
  public var folder: String? {
    switch row.files {
    case .one, .folders: nil
    case .each(let name, _), .lines(let name), .any(let name): name
    }
  }

  /// Its only file; nil where it is a folder.
  public var file: String? { if case .one(let name) = row.files { name } else { nil } }

  /// Whether its files hold one value a line.
  public var holdsLines: Bool { if case .lines = row.files { true } else { false } }

  /// The file without which a folder is no programme.
  public static let programmeFile = FilePlace.programme.path("")

  /// The places of the programme folder that are folders.
  public static let programmeFolders = inProgramme.filter { $0.folder != nil }
  /// The folders with records that screens hold.
  public static let shownFolders = programmeFolders.filter(\.row.isShown)

  private static let inProgramme = allCases.filter { $0.row.root == .programme }
  private static let byName = Dictionary(
    uniqueKeysWithValues: inProgramme.map { ($0.folder ?? $0.file ?? "", $0) })

  /// The place of the programme folder with a name, of its file or its folder; nil for a stranger.
  public init?(programme name: String) {
    guard let place = Self.byName[name] else { return nil }
    self = place
  }

  /// The place to which a file inside the programme folder belongs, as `events/ID.json`.
  public init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let place = FilePlace(programme: String(parts[0])),
      (place.folder != nil) == (parts.count == 2)
    else { return nil }
    self = place
  }

  /// The file of a name, as `events/ID.json`; its only file where it is one.
  public func path(_ name: String) -> String { folder.map { "\($0)/\(name).json" } ?? file ?? "" }
}
