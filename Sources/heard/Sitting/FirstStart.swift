import Glibc
import HeardCommands
import HeardKit
import HeardModel
import HeardScreens
import HeardStore

/// What is shown where `heard` is started and no programme is meant.
enum FirstStart {
  /// Whether nothing says which programme is meant, and somebody is there to be asked.
  static var isDue: Bool {
    ProgrammeFolder.meant == nil && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Asks what to begin with, and begins with it.
  static func run() throws {
    let settings = PersonalSettings.load()
    let desk = Desk(
      programme: Programme(), settings: settings, machineLanguage: Surroundings.language,
      occasion: Surroundings.occasion)
    let worker = Worker(
      store: nil, drafts: nil, person: settings)
    let application = Application(
      welcoming: OpenCommand.tellingOfSettings(desk), hasSample: SampleCopy.original != nil,
      recent: RecentFolders.paths())
    try MainActor.assumeIsolated { try OpenCommand.sit(application, worker) }
  }
}

/// Folders by what is typed of their path.
enum FolderPaths {
  private static let most = 50

  /// The folders whose path begins with what is typed; hidden ones only where their dot is typed.
  static func offers(_ typed: String) -> [FolderOffer] {
    let slash = typed.lastIndex(of: "/")
    let parent = slash.map { String(typed[...$0]) } ?? ""
    let start = slash.map { typed[typed.index(after: $0)...] } ?? typed[...]
    guard let folder = opendir(absolute(parent.isEmpty ? "." : parent)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(start), name != ".", name != "..",
        !name.hasPrefix(".") || start.hasPrefix(".")
      {
        names.append(name)
      }
    }
    return names.sorted().lazy.map { parent + $0 }.filter(isFolder).prefix(most).map { path in
      FolderOffer(
        path: path,
        isProgramme: access("\(absolute(path))/\(FilePlace.programmeFile)", F_OK) == 0)
    }
  }

  /// The path with the home of this person in the place of `~`.
  static func absolute(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Surroundings.variable("HOME") else {
      return path
    }
    return home + path.dropFirst()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(absolute(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
