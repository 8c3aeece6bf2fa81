import HeardModel

/// The name of a copy, taken apart.
///
/// No id holds a space, a point or a bracket, so whatever a program appends in whatever language,
/// the record's id ends there. What is inside the file decides whether it is that record.
struct CopyName: Hashable {
  /// The name of the file of which it is a copy.
  let original: String
  let origin: FileCopy.Origin

  /// Takes the name of a copy; nil for a record's own name and for every other file.
  init?(_ name: String) {
    // Asked for every file of a folder at the start: nearly all are records' own names.
    let stem = name.utf8.dropLast(5)
    if name.hasSuffix(".json"), stem.allSatisfy(Self.isOfID) { return nil }
    var core = name[...]
    var origin: FileCopy.Origin?
    if name.hasPrefix(".#") {
      (core, origin) = (name.dropFirst(2), .open)
    } else if name.hasPrefix("."), Self.swaps.contains(where: name.hasSuffix) {
      (core, origin) = (name.dropFirst().dropLast(4), .open)
    } else if name.hasPrefix("#"), name.hasSuffix("#") {
      (core, origin) = (name.dropFirst().dropLast(), .backup)
    } else if name.hasSuffix("~") {
      (core, origin) = (name.dropLast(), .backup)
    }
    let id = core.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    let rest = core.dropFirst(id.count)
    guard !id.isEmpty, id.first != "-" else { return nil }
    original = "\(id).json"
    if let origin {
      self.origin = origin
      // What an editor leaves goes on with nothing, or with more of the same: `ID.json.~1~`.
      guard rest.isEmpty || rest.hasPrefix(".") || rest.hasPrefix(" ") else { return nil }
      return
    }
    guard rest.hasSuffix(".json"), rest != ".json", let next = rest.first, " (._".contains(next)
    else { return nil }
    self.origin = Self.origin(rest.dropLast(5))
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static let swaps = [".swp", ".swo", ".swn"]

  private static func origin(_ rest: Substring) -> FileCopy.Origin {
    if rest.hasPrefix(".sync-conflict-") { return .syncthing }
    guard rest.hasPrefix(" (") || rest.hasPrefix("("), rest.hasSuffix(")") else { return .other }
    let inside = rest.drop { $0 == " " }.dropFirst().dropLast()
    return inside.allSatisfy(\.isNumber) ? .numbered : .conflicted
  }
}

extension Folder {
  /// The copy that a file is of a record in the same folder; nil when it is none.
  ///
  /// The path is that of the folder inside the programme's, with a slash; empty for its own.
  func copy(_ name: String, in path: String) -> FileCopy? {
    guard let parts = CopyName(name), status(name) != nil else { return nil }
    let original = RecordFile(path: path + parts.original)
    guard original.place != nil else { return nil }
    let isSame = ((try? read(name)) ?? nil).map(original.holdsSame) ?? false
    // Without its record beside it, only what is inside makes it more than a strange name.
    guard isSame || status(parts.original) != nil else { return nil }
    return FileCopy(
      file: path + name, original: original.path, origin: parts.origin,
      canBeMerged: isSame && parts.origin != .open)
  }
}

extension RecordFile {
  /// Whether bytes hold the record that stands in this file.
  func holdsSame(_ bytes: [UInt8]) -> Bool { (try? content(bytes)) != nil }
}
