import Foundation
import TestKit

/// Two copies of one programme: on the first everything may be left unread that a change does not
/// need, on the second everything is read for each command.
final class Twins {
  let near: Desktop
  let whole: Desktop
  /// The ids and other words that stood in the programme before anything was done.
  private let base: Set<String>
  /// What each of them has called a record that was added, in the order in which it was.
  private(set) var added: [(near: String, whole: String)] = []

  /// A part of the sample, so that each command takes little time.
  init(_ source: inout RandomSource, prepare: (Desktop, inout RandomSource) throws -> Void) throws {
    (near, whole) = (try Desktop(), try Desktop())
    try near.takeSample()
    try prepare(near, &source)
    for desktop in [near, whole] {
      try desktop.settle(
        #"{"name": "Ingrid", "role": "manager", "staff": "s-be7b9008vd", "theme": "standard"}"#)
    }
    let device = "\(near.home)/state/heard/device.json"
    try whole.shell(
      """
      rm -rf "$HEARD_PROGRAMME" && cp -a '\(near.programme)' "$HEARD_PROGRAMME"
      mkdir -p -m 700 "$XDG_STATE_HOME/heard" && cp '\(device)' "$XDG_STATE_HOME/heard"
      """
    ).expectDone()
    try near.shell(
      "cd \"$XDG_STATE_HOME/heard\" && find . -mindepth 1 -maxdepth 1 ! -name device.json "
        + "-exec rm -r {} +"
    ).expectDone()
    var words: Set<String> = []
    for text in near.files().values { words.formUnion(Self.words(text).map(String.init)) }
    for file in near.files().keys { words.formUnion(Self.words(file).map(String.init)) }
    base = words
  }

  /// Runs a command on both; `+3` among its arguments is the record that was added as the third.
  func run(_ arguments: [String], input: String? = nil) throws -> (near: String, whole: String) {
    let first = try near.run(Project.program, own(arguments, \.near), input: input)
    try whole.forgetOrder()
    let second = try whole.run(Project.program, own(arguments, \.whole), input: input)
    let isAdding = arguments.first == "add" && !arguments.contains("--dry-run")
    if isAdding, first.code == 0, second.code == 0, !first.id.isEmpty {
      added.append((first.id, second.id))
    }
    return (told(first, near), told(second, whole))
  }

  /// What differs between the files of both, and between what they keep beside the programme; empty
  /// where they are alike.
  func differences() -> [String] {
    let (first, second) = (everything(near), everything(whole))
    return Set(first.keys).union(second.keys).sorted().compactMap { name in
      let (a, b) = (first[name] ?? [], second[name] ?? [])
      if a == b { return nil }
      let (left, right) = (lines(a), lines(b))
      if left == right { return nil }
      let apart = [left.filter { !right.contains($0) }, right.filter { !left.contains($0) }]
      return "\(name): \(a.count) \(b.count) \(apart)"
    }
  }

  /// The texts of all files by their names; what is remembered of files is of each place its own.
  private func everything(_ desktop: Desktop) -> [String: [String]] {
    let state = "\(desktop.home)/state/heard"
    let kept = Desktop.files(in: state).filter { !$0.key.hasPrefix("seen") }
    var named: [String: [String]] = [:]
    for (name, text) in desktop.files() { named[plain(name), default: []].append(text) }
    for (name, text) in kept {
      // The folder of a programme is called by a hash of its path.
      let parts = name.split(separator: "/").map { $0.hasPrefix("sample-") ? "sample" : $0 }
      named["state/" + plain(parts.joined(separator: "/")), default: []].append(text)
    }
    return named.mapValues { $0.sorted() }
  }

  private func own(
    _ arguments: [String], _ side: KeyPath<(near: String, whole: String), String>
  ) -> [String] {
    arguments.map { argument in
      guard argument.hasPrefix("+"), let number = Int(argument.dropFirst()),
        added.indices.contains(number)
      else { return argument }
      return added[number][keyPath: side]
    }
  }

  private func told(_ answer: Desktop.Answer, _ desktop: Desktop) -> String {
    let text = "\(answer.code)\n\(answer.text)\n\(answer.said)"
    return plain(text.replacingOccurrences(of: desktop.home, with: "HOME"))
  }

  /// The lines of some files with nothing in them that chance has made, whichever order it gave them.
  private func lines(_ texts: [String]) -> [String] {
    texts.flatMap { plain($0).split(separator: "\n").map { $0.drop { $0 == " " } } }
      .map { String($0.hasSuffix(",") ? $0.dropLast() : $0) }.sorted()
  }

  /// A text in which every id and number that was made since stands for all of its kind.
  private func plain(_ text: String) -> String {
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(where: Self.isOfWord) {
      plain += rest[..<start]
      let word = rest[start...].prefix(while: Self.isOfWord)
      plain += base.contains(String(word)) ? String(word) : Self.kind(of: word)
      rest = rest[word.endIndex...]
    }
    return plain + rest
  }

  /// What a word stands for that chance has made, as `t-*`; any other word as it is.
  private static func kind(of word: Substring) -> String {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return String(word)
    }
    if parts.count == 2, first.count == 1, (6...12).contains(last.count) { return "\(first)-*" }
    if parts.count == 2, first.count == 4, last.count == 4, last.allSatisfy(\.isNumber) {
      return "code"
    }
    let isEvent = parts.count > 4 && last.count == 4 && first.allSatisfy(\.isNumber)
    return isEvent ? parts.dropLast().joined(separator: "-") + "-*" : String(word)
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !isOfWord($0) }
  }
}

extension Desktop {
  /// Puts events, testimonies and actions of the sample here, of each some.
  func takeSample() throws {
    try shell(
      """
      cd "$HEARD_PROGRAMME" && rm -r * && cp -r '\(Project.sample)'/. . && chmod -R u+w .
      ls events | awk 'NR % 4 != 0' | while read -r name; do rm -f "events/$name" \
        "testimonies/$name"; done
      ls actions | awk 'NR % 2 != 0' | while read -r name; do rm "actions/$name"; done
      find . -type d -exec chmod 700 {} + && find . -type f -exec chmod 600 {} +
      """
    ).expectDone()
  }

  /// Forgets that the folder is in order, so that everything is read.
  func forgetOrder() throws {
    let folder = "\(home)/state/heard/seen"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasSuffix("-order.txt") {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// The files of the programme with what stands in them.
  func files() -> [String: String] { Self.files(in: programme) }

  /// The files of a folder with what stands in them.
  static func files(in folder: String) -> [String: String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var files: [String: String] = [:]
    for name in all {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      files[name] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  /// The ids of the records of a list.
  func ids(_ list: String) throws -> [String] {
    try heard("list", list, "--format", "json").objects.compactMap { $0["id"] as? String }
  }
}
