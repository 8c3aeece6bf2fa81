import HeardKit
import HeardModel
import HeardScreens
import Testing

/// The texts against the places in the sources that ask for them.
@Suite struct TextRequestTests {
  private let english = Words.catalog(LanguageTag(stored: "en") ?? .undetermined)
  private static let asked = Result { try AskedKeys() }

  @Test func `every text is asked for somewhere`() throws {
    let asked = try Self.asked.get()
    let dead = english.keys.filter { !asked.contain($0) }.sorted()
    #expect(dead == [])
  }

  @Test(arguments: [
    ("home.noEvents", true), ("command.undo", true), ("reason.5", true),
    ("code.roles.patientCarer", true),
    ("actions.noMatch", true), ("home.nobodyAsksForThis", false), ("command.nobodyHas", false),
    ("help.of.nowhere", false), ("count.nobodyCounts.other", false), ("field.nobodyFills", false),
  ])
  func `a text that nothing asks for is told from one that something does`(
    key: String, isAsked: Bool
  ) throws {
    #expect(try Self.asked.get().contain(key) == isAsked)
  }

  @Test func `an argument that is passed is in the text, and the other way round`() throws {
    var found = 0
    for source in try SwiftSource.files(SwiftSource.speaking) {
      for request in source.requests {
        guard var passed = request.arguments else { continue }
        let forms = request.counts ? ["", ".one", ".other"] : [""]
        let texts = forms.compactMap { english["\(request.key)\($0)"] }
        var wanted = Set(texts.flatMap(Self.arguments))
        // A number may be left out where the words tell it, as in "one event".
        if request.counts { (passed, wanted) = (passed.union(["n"]), wanted.union(["n"])) }
        found += 1
        #expect(passed == wanted, "\(source.name) \(request.key): \(texts)")
      }
    }
    #expect(found > 1000)
  }

  private static func arguments(_ text: String) -> [String] {
    text.matches(of: /\{([A-Za-z]+)\}/).map { String($0.1) }
  }
}

/// The keys of texts for which the sources ask, by a literal or by one that is put together.
private struct AskedKeys {
  private let literals: Set<String>
  /// Literals with something put in, as the parts around it.
  private let patterns: [[Substring]]
  /// Literals that are handed on or kept, as names of lists are, of which a value's label is made.
  private let lists: Set<Substring>
  private let words: Set<Substring>
  private let screens: Set<Substring>

  init() throws {
    let rooms = try SwiftSource.files(SwiftSource.speaking)
    literals = Set(rooms.flatMap(\.literals))
    // What chooses the form for a number would seem to ask for every text.
    patterns = Set(rooms.filter { !$0.name.hasSuffix("/Words.swift") }.flatMap(\.literals))
      .filter { $0.contains(SwiftSource.gap) }
      .map { $0.split(separator: SwiftSource.gap, omittingEmptySubsequences: false) }
      .filter(Self.areOfKey)
    let list = /(?:, |: |= |\? |fixed\()"([A-Za-z][A-Za-z0-9.]*)"/
    lists = Set(rooms.flatMap { $0.text.matches(of: list).map(\.1) })
    let name = /(?:let|var) (?:name|formName) = "([A-Za-z]+)"/
    screens = Set(rooms.flatMap { $0.text.matches(of: name).map(\.1) })
    // What is put in is a word of the sources: a case, a code, a name.
    let facts = ["HeardModel", "HeardInsight", "HeardStore", "HeardExchange"]
    words = Set(
      (rooms + (try SwiftSource.files(facts)))
        .flatMap { $0.text.split { !($0.isLetter || $0.isNumber) } })
  }

  func contain(_ key: String) -> Bool {
    let form = [".one", ".other"].first { key.hasSuffix($0) } ?? ""
    return [key, String(key.dropLast(form.count))].contains { literals.contains($0) || isBuilt($0) }
  }

  private func isBuilt(_ key: String) -> Bool {
    let last = key.split(separator: ".").last ?? ""
    if key.hasPrefix("command.") || key.hasPrefix("meaning.") {
      return Command(rawValue: String(last)) != nil
    }
    if key.hasPrefix("help.of.") { return screens.contains(last) }
    // Numbers of faults come from the machine.
    let mayBePutIn = key.split { ".-".contains($0) }
      .allSatisfy { words.contains($0) || $0.allSatisfy(\.isNumber) }
    return patterns.contains { parts in
      (mayBePutIn || parts.last?.isEmpty == false) && fits(key, parts)
    }
  }

  private func fits(_ key: String, _ parts: [Substring]) -> Bool {
    guard parts.first?.isEmpty == true else { return Self.fits(key[...], parts) }
    let tail = Array(parts.dropFirst())
    let hasWord = tail.contains { $0.contains(where: \.isLetter) }
    return key.indices.dropFirst().contains { end in
      (hasWord || lists.contains(key[..<end])) && Self.fits(key[end...], tail)
    }
  }

  /// Whether a key is a pattern with some word in each gap.
  private static func fits(_ key: Substring, _ parts: [Substring]) -> Bool {
    guard let first = parts.first, key.hasPrefix(first) else { return false }
    let rest = key.dropFirst(first.count)
    if parts.count == 1 { return rest.isEmpty }
    let tail = Array(parts.dropFirst())
    if tail == [""] { return !rest.isEmpty }
    return rest.indices.dropFirst().contains { Self.fits(rest[$0...], tail) }
  }

  /// Whether parts of a literal can be of a key: letters, digits and full stops, some of them words.
  private static func areOfKey(_ parts: [Substring]) -> Bool {
    let text = parts.joined()
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    return isPlain && (text.contains(".") || text.count(where: \.isLetter) > 1)
  }
}
