import Glibc
import HeardModel
import StrictJSON

/// What this person's saves wrote over or emptied in one programme folder, kept on this machine.
///
/// A line in the form of the history for each record of a save, with the values; a file a day, 0600.
/// Testimonies, people on lists and what people declared are never in it.
struct EarlierFolder {
  /// So many days a value is kept.
  static let days = 90
  /// So many bytes are kept, of all days together; the oldest go first.
  static let mostBytes = 8_000_000

  private let folder: Folder

  /// The folder of a programme, which is known by its id and its path; made where it is not there.
  init(_ programme: Code, _ path: String) throws(StoreError) {
    folder = try StateFolder.of(.earlier, programme, path).folder
  }

  /// The same as far as it is there; nil where nothing was kept yet.
  init?(of programme: Code, _ path: String) {
    guard let there = StateFolder.there(.earlier, programme, path) else { return nil }
    folder = there.folder
  }

  /// Keeps what one save wrote over, on disk.
  func keep(_ lines: [HistoryLine], at moment: Moment) throws(StoreError) {
    let text = lines.map { TreeWriter.tree($0).lineText() }.joined()
    try folder.append(Array(text.utf8), to: "\(moment.day.stored).jsonl", mode: 0o600)
    trim(on: moment.day)
  }

  /// What was written over in a record, the oldest first.
  func lines(of id: String) -> [HistoryLine] {
    names.flatMap { name -> [HistoryLine] in
      guard let bytes = (try? folder.read(name)) ?? nil else { return [] }
      return readHistory(bytes).filter { $0.record == id }
    }
  }

  /// Lets go of what is older than it may be, and of the oldest half where there is too much.
  func trim(on day: CalendarDay) {
    var sizes: [(name: String, bytes: Int)] = []
    for name in names {
      if let kept = CalendarDay(stored: String(name.dropLast(Self.ending.count))),
        kept.adding(days: Self.days) < day
      {
        try? folder.remove(name)
      } else {
        sizes.append((name, Int(folder.status(name)?.st_size ?? 0)))
      }
    }
    guard sizes.reduce(0, { $0 + $1.bytes }) > Self.mostBytes else { return }
    var room = Self.mostBytes / 2
    for (name, bytes) in sizes.reversed() {
      if bytes > room { cut(name, to: room) }
      room = max(0, room - bytes)
    }
  }

  /// Leaves the last whole lines of a file that take no more than so many bytes.
  private func cut(_ name: String, to room: Int) {
    let newline = UInt8(ascii: "\n")
    let bytes = (try? folder.read(name)) ?? nil
    let rest = (bytes ?? []).suffix(room).drop { $0 != newline }.dropFirst()
    if rest.isEmpty {
      try? folder.remove(name)
    } else {
      try? folder.replace(name, with: Array(rest), mode: 0o600)
    }
  }

  private static let ending = ".jsonl"

  /// The names of the files, the oldest day first.
  private var names: [String] {
    ((try? folder.names()) ?? []).filter { $0.hasSuffix(Self.ending) }
  }
}
